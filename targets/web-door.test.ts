import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Unprovided } from '../simulators/errors.ts';
import { Recorder } from '../simulators/network/recorder.ts';
import { DocumentedWebUser } from '../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../simulators/web-user/labels.ts';
import { TextPage } from '../simulators/web-user/text/text-page.ts';
import { serve, type WebServer } from '../simulators/web-user/web-server.fixture.ts';
import { WebDoor } from './web-door.ts';

const ADA = { username: 'ada', password: 'a password' };
const CODE = '123456';
const form = (action: string, fields: string) =>
  `<form method="post" action="${action}">${fields}<button>Log in</button></form>`;
const PASSWORD = '<label>Username <input name="u"></label><label>Password <input type="password" name="w"></label>';

let server: WebServer;
let asksForCode = true;
let isIn = false;
let sent: string[] = [];

before(async () => {
  server = await serve({
    'GET /': () => ({
      html: isIn
        ? '<a href="/profile">User profile</a>'
        : `<nav><a href="/">Log in</a></nav>${form('/password', PASSWORD)}`,
    }),
    'POST /password': () => {
      isIn = !asksForCode;
      return asksForCode
        ? { html: form('/code', '<label>Code <input name="code"></label><input type="hidden" name="t" value="1">') }
        : { redirect: '/' };
    },
    'POST /code': (_request, body) => {
      sent.push(body);
      isIn = new URLSearchParams(body).get('code') === CODE;
      return isIn ? { redirect: '/' } : { html: '<p>This code is wrong' };
    },
  });
});
after(() => server.close());
beforeEach(() => {
  asksForCode = true;
  isIn = false;
  sent = [];
});

function openDoor(): WebDoor {
  const portal = { url: `${server.url}/`, labels: labelsOf({ submit: 'Log in' }), bookmarks: {} };
  return new WebDoor(async () => new DocumentedWebUser(new TextPage(new Recorder()), portal));
}

test('what is claimed is sent along with the code, beside all that the form holds, and only while it is claimed', async () => {
  const door = openDoor();
  door.claim({ fields: { time: 1_700_000_000, verified: true, features: { twoFactor: false } } });
  assert.deepEqual(await door.givePassword(ADA), { at: 'code asked' });
  assert.equal((await door.giveCode('000000')).at, 'refused');
  door.claim({});
  await door.givePassword(ADA);
  assert.deepEqual(await door.giveCode(CODE), { at: 'in' });
  const claimed = 'time=1700000000&verified=true&features=%7B%22twoFactor%22%3Afalse%7D';
  assert.deepEqual(sent, [`code=000000&t=1&${claimed}`, `code=${CODE}&t=1`]);
});

test('where no code is asked for nothing was told what was to be sent along, and nothing is shown', async () => {
  asksForCode = false;
  const door = openDoor();
  door.claim({ fields: { verified: true } });
  await assert.rejects(door.givePassword(ADA), Unprovided);
});
