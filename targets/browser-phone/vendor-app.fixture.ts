import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { serve, type WebServer } from '../../simulators/web-user/web-server.fixture.ts';
import { VENDOR_PAGE } from './vendor-app-page.fixture.ts';

/** A vendor's web app that knows nothing of us, with a server of its own that lives as long as the test file. */
export interface VendorApp extends WebServer {
  appUrl: string;
  /** As if the device had been taken away on the web. */
  forgetDevices(): void;
}

const require = createRequire(import.meta.url);
const READER = readFileSync(require.resolve('jsqr'));
const CREDENTIALS = { username: 'ana', password: 'a password' };
/** One session a cookie, which is drawn by counting: nobody attacks a fixture. */
type State = 'verify' | 'paired' | 'registered';

export async function startVendorApp(): Promise<VendorApp> {
  const sessions = new Map<string, State>();
  const idOf = (cookie = '') => /sid=(\w+)/.exec(cookie)?.[1] ?? '';
  const json = (body: unknown, status = 200, headers = {}) => ({
    status,
    bytes: Buffer.from(JSON.stringify(body)),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const move = (from: State, to: State) => (request: IncomingMessage) => {
    const id = idOf(request.headers.cookie);
    if (sessions.get(id) !== from) return json({}, 403);
    sessions.set(id, to);
    return json({ state: to });
  };
  const server = await serve({
    'GET /app': () => ({ html: VENDOR_PAGE }),
    'GET /reader.js': () => ({ bytes: READER, headers: { 'content-type': 'text/javascript' } }),
    'GET /me': (request) => {
      const state = sessions.get(idOf(request.headers.cookie));
      return state === undefined ? json({}, 401) : json({ state });
    },
    'POST /login': (_, body) => {
      const { username, password } = JSON.parse(body) as typeof CREDENTIALS;
      if (username !== CREDENTIALS.username || password !== CREDENTIALS.password) return json({}, 401);
      const id = `s${sessions.size}`;
      sessions.set(id, 'verify');
      return json({ state: 'verify' }, 200, { 'set-cookie': `sid=${id}; Path=/; HttpOnly` });
    },
    'POST /pair': move('verify', 'paired'),
    'POST /finish': move('paired', 'registered'),
    'POST /prove': move('verify', 'registered'),
    'POST /logout': (request) => {
      sessions.delete(idOf(request.headers.cookie));
      return json({});
    },
  });
  return { ...server, appUrl: `${server.url}/app`, forgetDevices: () => sessions.clear() };
}
