import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { ENGLISH_LABELS } from './labels.ts';
import { Recovery } from './recovery.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

const HELP = '<a href="/forgot">Forgot your password?</a>';
const SIGN_IN =
  '<form method="post" action="/in"><label>User name <input name="u"></label><button>Sign in</button></form>';

let server: WebServer;
let recovery: Recovery;
let help = HELP;
let repeats = '';
let sent: string[] = [];

before(async () => {
  const keep = (_request: unknown, body: string) => {
    sent.push(body);
    return { html: '<p>Thank you</p>' };
  };
  server = await serve({
    'GET /': () => ({ html: `${SIGN_IN}${help}` }),
    'GET /forgot': () => ({
      html: '<form method="post" action="/ask"><label>E-mail <input name="e"></label><button>Send the link</button></form>',
    }),
    'POST /ask': keep,
    'GET /mailed': () => ({
      html: `<form method="post" action="/set"><label>New password <input type="password" name="n"></label>${repeats}<button>Save</button></form>`,
    }),
    'POST /set': keep,
  });
});

after(() => server.close());

beforeEach(() => {
  help = HELP;
  repeats = '';
  sent = [];
  recovery = new Recovery(new TextPage(new Recorder()), { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} });
});

test('what leads to help is told from everything else on the sign-in page', async () => {
  assert.deepEqual(await recovery.offers(), {
    all: ['User name', 'Sign in', 'Forgot your password?'],
    help: ['Forgot your password?'],
  });
  help = '';
  assert.deepEqual((await recovery.offers()).help, []);
});

test('who forgot a password asks for another by name', async () => {
  await recovery.ask('zoë');
  assert.deepEqual(sent, ['e=zo%C3%AB']);
});

test('where no help is offered, that is said with what is', async () => {
  help = '';
  await assert.rejects(recovery.ask('zoë'), { name: 'Blocked', message: /it offers: "User name", "Sign in"$/ });
});

test('a password is set at the mailed address, once or twice as the page asks', async () => {
  await recovery.setPassword(`${server.url}/mailed`, 'a new one');
  repeats = '<label>Repeat the password <input type="password" name="r"></label>';
  await recovery.setPassword(`${server.url}/mailed`, 'a new one');
  assert.deepEqual(sent, ['n=a+new+one', 'n=a+new+one&r=a+new+one']);
});

test('a mailed address that asks for no password is said, without what was to be set', async () => {
  await assert.rejects(recovery.setPassword(`${server.url}/gone`, 'a new one'), (error: Error) => {
    assert.equal(error.name, 'Blocked');
    return !error.message.includes('a new one');
  });
});
