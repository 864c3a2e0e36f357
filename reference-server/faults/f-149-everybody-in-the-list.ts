import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const LIST = '<ul class="devices">';

export const fault: ServerFault = {
  id: 'F-149',
  title: "The list shows everybody's devices",
  behaviour: 'Under Mobile authentication stand the devices of all users but those that are called as an own one.',
  severity: 'high',
  evidence: 'OWASP WSTG-ATHZ-04',
  breaks: ['ABU-09'],
  companions: { 'AFT-05': 'a removed device is still in the list where somebody else has one of its name' },
  seams: () => {
    const usernames = new Set<string>();
    return {
      context: ({ accounts }) => {
        const { add } = accounts;
        accounts.add = (username, password) => {
          add.call(accounts, username, password);
          usernames.add(username);
        };
        return {};
      },
      pages: ({ accounts }) =>
        rewriteHtml((html, { req: { session } }) => {
          if (session.username === undefined) return html;
          const namesOf = (username: string) => accounts.state(username).devices.map(({ name }) => name);
          const own = namesOf(session.username);
          const isOwn = (name: string) => own.some((one) => name.replace(/ +/g, ' ').includes(one));
          const others = new Set([...usernames].flatMap(namesOf).filter((name) => !isOwn(name)));
          // What would have to be escaped is left out.
          const shown = [...others].filter((name) => /^[\p{L}\p{N} ]+$/u.test(name));
          return html.replace(LIST, `${LIST}${shown.map((name) => `<li><bdi>${name}</bdi></li>`).join('')}`);
        }),
    };
  },
  async isActive(probe) {
    const [one, other] = [await probe.registered('One phone'), await probe.registered('Other phone')];
    return (await probe.listed(other.web)).includes(one.name);
  },
};
