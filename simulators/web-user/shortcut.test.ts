import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { DocumentedWebUser } from './documented-web-user.ts';
import { ENGLISH_LABELS } from './labels.ts';
import type { Portal } from './portal.ts';
import { TextPage } from './text/text-page.ts';
import { type Page, serve, type WebServer } from './web-server.fixture.ts';

const CREDENTIALS = { username: 'user-1', password: 'a password' };
const SIGN_IN =
  '<form method="post" action="/in"><label>User name <input name="u"></label><label>Password <input name="w"></label><button>Sign in</button></form>';
const LINKS = ENGLISH_LABELS.path.map((name, at) => `<a href="/${'abcd'[at]}">${name}</a>`).join('');
const FORM = '<label>Name of the device <input name="n"></label>';

let server: WebServer;
let portal: Portal;
let asked: string[] = [];
/** Who is signed in: the windows of these tests have one session. */
let signedIn = false;
let isOpenToStrangers = false;
let leadsBack = true;
let takesSignIn = true;

before(async () => {
  const page = (path: string, html: () => Page) => [
    path,
    () => {
      asked.push(path);
      return html();
    },
  ];
  server = await serve(
    Object.fromEntries([
      page('GET /', () => ({ html: signedIn ? LINKS : SIGN_IN })),
      ...['a', 'b', 'c'].map((name) => page(`GET /${name}`, () => ({ html: LINKS }))),
      page('GET /d', () => (signedIn || isOpenToStrangers ? { html: FORM } : { redirect: '/login?to=d' })),
      page('GET /login', () => ({ html: SIGN_IN })),
      page('POST /in', () => {
        signedIn = takesSignIn;
        if (!signedIn) return { html: SIGN_IN };
        return leadsBack ? { redirect: '/d' } : { html: LINKS };
      }),
    ]),
  );
});

after(() => server.close());

beforeEach(() => {
  [asked, signedIn, isOpenToStrangers, leadsBack, takesSignIn] = [[], false, false, true, true];
  portal = { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} };
});

/** Somebody new goes to the registration. @returns what was asked for on the way */
async function register(): Promise<string[]> {
  [signedIn, asked] = [false, []];
  const user = new DocumentedWebUser(new TextPage(new Recorder()), portal);
  await user.signInToRegister(CREDENTIALS);
  assert.ok(signedIn);
  assert.ok(await user.isAskedForName());
  return asked;
}

test('the way is walked once; then the form asks for the password and is led back to', async () => {
  assert.ok((await register()).includes('GET /a'));
  assert.deepEqual(await register(), ['GET /d', 'GET /login', 'POST /in', 'GET /d']);
});

test('the sign-in page that leads on is remembered', async () => {
  await register();
  await register();
  assert.deepEqual(await register(), ['GET /login', 'POST /in', 'GET /d']);
});

test('where the sign-in leads elsewhere the form is opened as before, and the shortcut is not tried again', async () => {
  leadsBack = false;
  await register();
  assert.deepEqual((await register()).slice(-2), ['GET /', 'GET /d']);
  assert.deepEqual((await register())[0], 'GET /');
});

test('a form that is open to strangers is no reason not to sign in', async () => {
  isOpenToStrangers = true;
  await register();
  await register();
});

test('a sign-in that fails is told, though its page asks for a name', async () => {
  await register();
  takesSignIn = false;
  await assert.rejects(register(), /wanted something to press named "User profile"/);
});
