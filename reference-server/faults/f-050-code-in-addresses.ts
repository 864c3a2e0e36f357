import type { RequestHandler } from 'express';
import type { ServerContext } from '../context.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-050',
  title: 'Codes stand in addresses and in the log',
  behaviour: 'The form sends the code as a part of the address, and the log notes each address as it was asked for.',
  severity: 'medium',
  evidence: 'dullage/flatnotes#237; pallets-eco/flask-security#418',
  breaks: ['ABU-12', 'AFT-10'],
  seams: () => ({ pages: codeInTheAddress }),
  async isActive(probe) {
    const { account, web, address, secret } = await probe.started();
    const code = probe.codeOf(secret);
    const token = await web.formToken(address);
    await web.request(`${address}?form-token=${token}&code=${code}`);
    return (await (await probe.control(`/audit?username=${account.username}`)).text()).includes(`code=${code}`);
  },
};

function codeInTheAddress({ audit, clock }: ServerContext): RequestHandler {
  const sentByGet = rewriteHtml((html, { req: request }) =>
    request.path.startsWith(`${REGISTER}/`)
      ? html.replace('class="card" method="post"', 'class="card" method="get"')
      : html,
  );
  return (request, response, next) => {
    const { username } = request.session;
    if (request.path.startsWith(`${REGISTER}/`) && request.query.code !== undefined) {
      const detail = { reason: request.originalUrl };
      audit.note({
        atMs: clock.now(),
        ...(username === undefined ? {} : { username }),
        event: 'sign-in-refused',
        detail,
      });
      request.method = 'POST';
      request.body = { ...request.query };
    }
    sentByGet(request, response, next);
  };
}
