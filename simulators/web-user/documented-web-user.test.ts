import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { Recorder } from '../network/recorder.ts';
import { DocumentedWebUser } from './documented-web-user.ts';
import { ENGLISH_LABELS } from './labels.ts';
import type { Portal } from './portal.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const MENU = '<nav><a href="/me">User profile</a></nav>';
const NAME_FORM =
  '<form method="post" action="/device"><input aria-label="Name of the device" name="n"><button>Next</button></form>';

const PROOF_FORM =
  '<form method="post" action="/prove"><label>PIN <input name="p"></label><button>Confirm</button></form>';

const SECOND_FACTOR =
  '<form method="post" action="/second"><label>PIN <input name="p"></label><button>Log in</button></form>' +
  '<a href="/">Log in as someone else</a>';

let server: WebServer;
let portal: Portal;
let user: DocumentedWebUser;
let signedIn = false;
let named = '';
let wantsProof = false;
let wantsSecondFactor = false;
let remembersHalf = false;
let keepsPassword = false;
let landsOnCode = false;
let resumes = false;
let sent: string[] = [];

/** A portal with other addresses, other fields and links for buttons; one page serves name, code and values. */
before(async () => {
  const symbol = await qrcode.toDataURL(`otpauth://totp/user?secret=${KEY}`, { scale: 4 });
  const step = (values: string) =>
    `<img src="${symbol}"><a href="/values">Not able to scan the QR code?</a>${values}<form method="post" action="/done"><label>PIN <input name="p"></label><input type="submit" value="Submit"></form>`;
  server = await serve({
    'GET /': () => ({
      ...(keepsPassword && !signedIn && { status: 303, headers: { location: '/second' } }),
      html: signedIn
        ? MENU
        : '<form method="post" action="/in"><label>E-mail <input name="u"></label><label>Password <input type="password" name="w"></label><button>Log in</button></form>',
    }),
    'GET /second': () => ({ html: SECOND_FACTOR }),
    'POST /in': () => {
      signedIn = !wantsSecondFactor;
      keepsPassword = remembersHalf && !signedIn;
      return { html: signedIn ? MENU + (landsOnCode ? PROOF_FORM : '') : SECOND_FACTOR };
    },
    'POST /second': (_request, body) => {
      signedIn = body === 'p=654321';
      return { html: signedIn ? MENU : SECOND_FACTOR };
    },
    'GET /me': () => ({ html: '<a href="/access">Access controls</a>' }),
    'GET /access': () => ({ html: '<a href="/devices">Mobile authentication</a>' }),
    'GET /devices': () => ({ html: `<ul><li>${named}</li></ul><a href="/new">Register new device</a>` }),
    'GET /new': () => {
      const begin = wantsProof ? PROOF_FORM : NAME_FORM;
      return { html: resumes && named !== '' ? step('<a href="/stopped">Cancel</a>') : begin };
    },
    'GET /stopped': () => {
      named = '';
      return { html: MENU };
    },
    'POST /prove': (_request, body) => ({ html: body === 'p=654321' ? NAME_FORM : PROOF_FORM }),
    'POST /device': (_request, body) => {
      named = new URLSearchParams(body).get('n') ?? '';
      return { html: named === '' ? `<p>Give it a name</p>${NAME_FORM}` : step('') };
    },
    'GET /values': () => ({ html: step(`<p>${named}</p><p>${KEY}</p>`) }),
    'POST /done': (request, body) => {
      sent.push(`${request.headers['content-type']} ${body}`);
      return { status: body.includes('p=') ? 200 : 400, html: `<p>Sent ${body}</p>` };
    },
  });
});

after(() => server.close());

beforeEach(() => {
  signedIn = false;
  named = '';
  wantsProof = false;
  wantsSecondFactor = false;
  [remembersHalf, keepsPassword] = [false, false];
  landsOnCode = false;
  resumes = false;
  sent = [];
  portal = { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} };
  user = new DocumentedWebUser(new TextPage(new Recorder()), portal);
});

const CREDENTIALS = { username: 'user-1', password: 'a password' };
const signIn = () => user.signIn(CREDENTIALS);

test('signing in is left alone by whoever is signed in already', async () => {
  assert.equal(await user.isSignedIn(), false);
  await signIn();
  await signIn();
  assert.equal(await user.isSignedIn(), true);
});

test('the four named steps lead to the form, whatever the addresses', async () => {
  await signIn();
  await user.openRegistration();
  assert.equal(await user.isAskedForName(), true);
  assert.equal(portal.bookmarks.registration, `${server.url}/new`);
});

test('where a code is asked for there is no bookmark for those who have none', async () => {
  wantsProof = true;
  await signIn();
  await user.openRegistration(async () => '654321');
  assert.equal(portal.bookmarks.registration, undefined);
});

test('a bookmark that leads elsewhere by now is walked to again', async () => {
  portal.bookmarks = { registration: `${server.url}/me`, devices: `${server.url}/gone` };
  await signIn();
  await user.openRegistration();
  assert.equal(await user.isAskedForName(), true);
  assert.equal(await user.devices.count('work phone'), 0);
  assert.equal(portal.bookmarks.devices, `${server.url}/devices`);
});

test('a registration that the portal goes on with is given up for another', async () => {
  resumes = true;
  await signIn();
  await user.openRegistration();
  await user.nameDevice('work phone');
  await user.next();
  await user.openRegistration();
  assert.equal(await user.isAskedForName(), true);
});

test('a missing step is said, with where and what was offered instead', async () => {
  signedIn = false;
  await assert.rejects(user.openRegistration(), {
    name: 'Blocked',
    message:
      /wanted something to press named "User profile" on the web page \/, it offers: "E-mail", "Password", "Log in"/,
  });
});

test('naming, looking, typing and submitting happen on the one page, and its news are told', async () => {
  await signIn();
  await user.openRegistration();
  await user.nameDevice('');
  assert.deepEqual(await user.next(), ['Give it a name']);
  assert.equal(await user.qrCode(), undefined);
  await user.nameDevice('my Phone');
  await user.next();
  assert.ok(await user.qrCode());
  assert.equal(await user.showsKey(), false);
  assert.equal(await user.offersManualValues(), true);
  assert.deepEqual(await user.openManualValues(), { lines: ['my Phone', KEY], keys: [KEY] });
  assert.ok(!String((await user.picture()).data).includes(KEY));
  await user.typeCode('123456');
  assert.deepEqual(await user.submit(), ['Sent p=123456']);
  assert.equal(await user.devices.count('my Phone'), 1);
  assert.equal(await user.devices.count('my phone'), 0);
});

test('where a registered device has to be proven first, its code is given', async () => {
  wantsProof = true;
  await signIn();
  await user.openRegistration();
  assert.deepEqual([await user.isAskedForName(), await user.isAskedForCode()], [false, true]);
  await user.openRegistration(async () => '654321');
  assert.equal(await user.isAskedForName(), true);
});

test('where signing in takes a code of a registered device, it is given by whoever has one', async () => {
  wantsSecondFactor = true;
  await signIn();
  assert.deepEqual([await user.isAskedForCode(), await user.isSignedIn()], [true, false]);
  await user.signIn(CREDENTIALS, async () => '654321');
  assert.equal(await user.isSignedIn(), true);
});

test('where the password was given before and a code is asked for still, that alone is given', async () => {
  [wantsSecondFactor, remembersHalf] = [true, true];
  await user.signIn(CREDENTIALS, async () => '000000');
  assert.equal(await user.isSignedIn(), false);
  await user.signIn(CREDENTIALS, async () => '654321');
  assert.equal(await user.isSignedIn(), true);
});

test('on the way to the registration it is given too, also by bookmark', async () => {
  wantsSecondFactor = true;
  for (let time = 1; time <= 2; time += 1) {
    signedIn = false;
    await user.signInToRegister(CREDENTIALS, async () => '654321');
    assert.equal(await user.isAskedForName(), true);
  }
});

test('a form for a code where somebody lands who is let in is that of a registration, and is left alone', async () => {
  landsOnCode = true;
  await user.signIn(CREDENTIALS, () => Promise.reject(new Error('no code is needed')));
  assert.deepEqual([await user.isSignedIn(), sent], [true, []]);
});

test('the code is sent many times at once, or as no keyboard would, and each status is told', async () => {
  await signIn();
  await user.openRegistration();
  await user.nameDevice('my Phone');
  await user.next();
  const form = await user.wire.codeForm('123456');
  assert.deepEqual(await user.wire.sendTogether([form, form, form]), [200, 200, 200]);
  const body = (_fields: [string, string][], fieldName: string) => JSON.stringify({ [fieldName]: 123456 });
  assert.equal(await user.wire.sendOdd({ contentType: 'application/json', body }), 400);
  assert.deepEqual(sent, [
    ...Array(3).fill('application/x-www-form-urlencoded p=123456'),
    'application/json {"p":123456}',
  ]);
});
