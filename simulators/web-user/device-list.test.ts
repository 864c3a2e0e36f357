import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Recorder } from '../network/recorder.ts';
import { DeviceList } from './device-list.ts';
import { ENGLISH_LABELS } from './labels.ts';
import type { Portal } from './portal.ts';
import { TextPage } from './text/text-page.ts';
import { serve, type WebServer } from './web-server.fixture.ts';

const LINK_TO_LIST = '<a href="/devices">Mobile authentication</a>';

let server: WebServer;
let portal: Portal;
let list: DeviceList;
let devices: string[] = [];
let namesButtons = true;
let asksForCode = false;
let asksForPassword = false;
let asksAgain = false;
let asksOnAPage = false;
let confirmsWith = 'Confirm';
let codes: string[] = [];
let notice = '';

function removalOf(name: string): string {
  if (asksOnAPage) return `<li>${name} <a href="/remove?d=${encodeURIComponent(name)}">Remove ${name}</a></li>`;
  const text = namesButtons ? `Remove ${name}` : 'Remove';
  return `<li>${name} <form method="post" action="/remove"><input type="hidden" name="d" value="${name}"><button>${text}</button></form></li>`;
}

const listPage = () => `${notice}<ul>${devices.map(removalOf).join('')}</ul><a href="/new">Register new device</a>`;

/** What is asked before a device is gone: a code, the password, whether it is meant, or nothing. */
function questionsFor(sent: URLSearchParams): string {
  const [name, code, password] = [sent.get('d') ?? '', sent.get('c'), sent.get('p')];
  const hidden = `<input type="hidden" name="d" value="${name}">`;
  if (asksForCode && code !== '654321') {
    return `<form method="post" action="/remove">${hidden}<label>One-time code <input name="c"></label><button>${confirmsWith}</button></form>`;
  }
  if (asksForPassword && password !== 'open sesame') {
    return `<form method="post" action="/remove">${hidden}<label>Password <input name="p" type="password"></label><button>Remove</button></form>`;
  }
  if (asksAgain) return `<form method="post" action="/yes">${hidden}<button>Yes, remove it</button></form>`;
  devices = devices.filter((device) => device !== name);
  return listPage();
}

before(async () => {
  server = await serve({
    'GET /': () => ({ html: '<a href="/me">User profile</a>' }),
    'GET /me': () => ({ html: '<a href="/access">Access controls</a>' }),
    'GET /access': () => ({ html: LINK_TO_LIST }),
    'GET /devices': () => ({ html: listPage() }),
    'POST /remove': (_request, body) => {
      const sent = new URLSearchParams(body);
      if (sent.get('c') !== null) codes.push(sent.get('c') ?? '');
      return { html: questionsFor(sent) };
    },
    'GET /remove': ({ url = '' }) => {
      const name = new URL(url, server.url).searchParams.get('d');
      return {
        html: `<form method="post" action="/yes"><input type="hidden" name="d" value="${name}"><button>Remove</button></form>`,
      };
    },
    'POST /yes': (_request, body) => {
      devices = devices.filter((device) => device !== new URLSearchParams(body).get('d'));
      return { html: listPage() };
    },
  });
});

after(() => server.close());

beforeEach(() => {
  devices = ['work phone', 'my phone'];
  [namesButtons, asksForCode, asksForPassword, asksAgain, codes] = [true, false, false, false, []];
  portal = { url: server.url, labels: ENGLISH_LABELS, bookmarks: {} };
  list = new DeviceList(new TextPage(new Recorder()), portal);
  confirmsWith = 'Confirm';
  asksOnAPage = false;
  notice = '';
});

const noCode = async () => assert.fail('no code was asked for');

test('the list is walked to once, and known from then on', async () => {
  assert.ok((await list.lines()).includes('Register new device'));
  assert.equal(portal.bookmarks.devices, `${server.url}/devices`);
});

test('a name is counted to the letter', async () => {
  devices = ['work phone', 'Work phone', 'work phones'];
  namesButtons = false;
  assert.equal(await list.count('work phone'), 1);
  assert.equal(await list.count('phone'), 2, 'a word of a name is there as well');
  assert.equal(await list.count('tablet'), 0);
});

test('a notice that a registration was left is no device, and a name may speak of it', async () => {
  notice = '<p>Registration of “<b>work phone</b>” isn’t finished yet. <button>Resume</button></p>';
  devices = ['unfinished phone'];
  assert.deepEqual([await list.count('work phone'), await list.count('unfinished phone')], [0, 1]);
});

test('a removal that says whose it is counts for no device, but where it is all that there is', async () => {
  assert.equal(await list.count('work phone'), 1);
  devices = ['work phone', 'work phone'];
  assert.equal(await list.count('work phone'), 2);
  [devices, notice] = [[], '<p><a href="/remove">Remove</a> work phone</p>'];
  assert.equal(await list.count('work phone'), 1);
});

test('of several devices the one that is meant is removed, whose name is on the button', async () => {
  assert.equal(await list.offersRemoval('my phone'), true);
  await list.remove('my phone', noCode);
  assert.deepEqual(devices, ['work phone']);
});

test('of buttons without names the one in the row of the device is taken, and no other after it', async () => {
  namesButtons = false;
  devices = ['work phone 2', 'work phone', 'my phone'];
  await list.remove('work phone', noCode);
  assert.deepEqual(devices, ['work phone 2', 'my phone']);
  await list.remove('my phone', noCode);
  assert.deepEqual(devices, ['work phone 2']);
});

test('where buttons have no names and there is one device it is taken, and what cannot be removed offers nothing', async () => {
  namesButtons = false;
  devices = ['work phone'];
  await list.remove('work phone', noCode);
  assert.deepEqual(devices, []);
  assert.equal(await list.offersRemoval('work phone'), false);
  await assert.rejects(list.remove('work phone', noCode), { name: 'Blocked' });
});

test('what is asked on the way is answered: a code of a registered device, and whether it is meant', async () => {
  [asksForCode, asksAgain] = [true, true];
  await list.remove('my phone', async () => '654321');
  assert.deepEqual([devices, codes], [['work phone'], ['654321']]);
});

test('a portal that asks for the password again is given it', async () => {
  [asksForPassword, asksAgain, list.password] = [true, true, 'open sesame'];
  await list.remove('my phone', noCode);
  assert.deepEqual(devices, ['work phone']);
});

test('the form for the code may have a button that says what it does', async () => {
  [asksForCode, confirmsWith] = [true, 'Remove'];
  await list.remove('my phone', async () => '654321');
  assert.deepEqual([devices, codes], [['work phone'], ['654321']]);
});

test('a wrong code is given only so often, and the device stays', async () => {
  asksForCode = true;
  await list.remove('my phone', async () => '000000');
  assert.deepEqual(devices, ['work phone', 'my phone']);
  assert.ok(codes.length > 0 && codes.length <= 4, `${codes.length} codes were given`);
});

test('who has no code to give removes nothing where one is asked for, and else says that it is meant', async () => {
  asksForCode = true;
  await list.tryToRemove('my phone');
  assert.deepEqual([devices.length, codes], [2, []]);
  [asksForCode, asksAgain] = [false, true];
  await list.tryToRemove('my phone');
  assert.deepEqual(devices, ['work phone']);
});

test('the form that removes a device is told as it would be sent, and undefined where there is none', async () => {
  const form = await list.removalForm('my phone');
  assert.deepEqual([form?.action, form?.fields], [`${server.url}/remove`, [['d', 'my phone']]]);
  devices = [];
  assert.equal(await list.removalForm('my phone'), undefined);
});

test('where Remove is a link, its address is told, and the form of what it leads to, which is not sent', async () => {
  assert.equal(await list.removalLink('my phone'), undefined);
  asksOnAPage = true;
  list = new DeviceList(new TextPage(new Recorder()), portal);
  assert.equal((await list.removalLink('my phone'))?.action, `${server.url}/remove?d=my%20phone`);
  const form = await list.removalForm('my phone');
  assert.deepEqual([form?.action, form?.fields], [`${server.url}/yes`, [['d', 'my phone']]]);
  assert.deepEqual(devices, ['work phone', 'my phone']);
});
