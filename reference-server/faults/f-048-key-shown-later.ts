import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-048',
  title: 'The key can be read later',
  behaviour: 'The page with the list of devices still carries the key of each of them, out of sight in its forms.',
  severity: 'high',
  evidence:
    'mastodon/mastodon#704; the-djmaze/snappymail#1708; alexandregz/twofactor_gauthenticator#232; ' +
    'jaredhanson/passport-totp#9',
  breaks: ['AFT-07'],
  seams: () => ({
    pages:
      ({ accounts }) =>
      (request, response, next) => {
        const { username = '' } = request.session;
        const rewrite = rewriteHtml((html) => {
          const devices = accounts.has(username) ? accounts.state(username).devices : [];
          return html.replace(/<input type="hidden" name="device-id" value="([^"]*)">/g, (field, id) => {
            const secret = devices.find((device) => device.id === id)?.secret ?? '';
            return `${field}<input type="hidden" name="key" value="${secret}">`;
          });
        });
        rewrite(request, response, next);
      },
  }),
  async isActive(probe) {
    const { web, secret } = await probe.registered();
    return (await probe.listed(web)).includes(secret);
  },
};
