import { type Answer, serve, type WebServer } from '../../simulators/web-user/web-server.fixture.ts';
import { drawSymbol } from '../../targets/requests/draw-symbol.ts';

/** A portal for one person with a second factor of its own, whose pages are not the document's. */
export interface ForeignPortal extends WebServer {
  /** What was asked for, as `GET /path`. */
  readonly asked: string[];
}

export const ADA = { username: 'ada', password: 'a-password-to-try' };

const link = (address: string, name: string) => `<li><a href="${address}">${name}</a></li>`;
const form = (action: string, button: string, fields = '') =>
  `<form method="post" action="${action}">${fields}<button>${button}</button></form>`;
const SIGN_IN = form(
  '/in',
  'Log in',
  '<label>Username <input name="u"></label><label>Password <input type="password" name="p"></label>',
);
const CODE = '<label>Verification code <input name="c"></label>';
const SYMBOL = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example';

/** What its last page may show. */
export const LAST_PAGES = {
  'a QR code and a field': (symbol: string) => symbol + form('/check', 'Verify', CODE),
  'a form for a name': () => form('/next', 'Next', '<label>Device name <input name="d"></label>'),
  'a QR code alone': (symbol: string) => symbol,
  'a field alone': () => form('/check', 'Verify', CODE),
};

/** It takes no code, so nothing is ever registered. */
export async function serveForeignPortal(last: keyof typeof LAST_PAGES): Promise<ForeignPortal> {
  const asked: string[] = [];
  const symbol = `<img src="data:image/png;base64,${Buffer.from(await drawSymbol(SYMBOL)).toString('base64')}">`;
  const sessions = new Set<string>();
  const page = (...parts: string[]) => ({
    html: `<ul>${link('/', 'Home')}${link('/out', 'Log out')}</ul>${parts.join('')}`,
  });
  const pages: Record<string, ReturnType<typeof page>> = {
    'GET /': page(
      link('/profile', 'My profile'),
      link('http://127.0.0.1:9/', 'Settings of another site'),
      link('/settings', 'Settings'),
    ),
    'GET /profile': page('<label>First name <input name="n"></label>', form('/gone', 'Delete my account')),
    'GET /settings': page(link('/profile', 'My profile'), link('/security', 'Security')),
    'GET /security': page(
      link('/password', 'Change password'),
      link('/mail', 'Two-factor by e-mail'),
      link('/2fa', 'Two-factor login'),
    ),
    'GET /password': page(CODE),
    'GET /2fa': page(form('/off', 'Disable'), form('/begin', 'Set up')),
    'POST /begin': page(LAST_PAGES[last](symbol)),
    'POST /check': page('<p>This code is wrong', LAST_PAGES[last](symbol)),
  };
  const answers = Object.entries(pages).map(([name, shown]): [string, Answer] => [
    name,
    ({ headers }) => {
      asked.push(name);
      return sessions.has(headers.cookie ?? '') ? shown : { html: SIGN_IN };
    },
  ]);
  const signIn: Answer = (_request, body) => {
    if (new URLSearchParams(body).get('p') !== ADA.password) return { html: `<p>Wrong password${SIGN_IN}` };
    const session = `session=${sessions.size}`;
    sessions.add(session);
    return { redirect: '/', headers: { 'set-cookie': session } };
  };
  const server = await serve(Object.fromEntries([...answers, ['POST /in', signIn]]));
  return { ...server, asked };
}
