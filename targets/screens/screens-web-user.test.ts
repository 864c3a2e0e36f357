import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import { WebDoor } from '../web-door.ts';
import { PaperPortal } from './paper-portal.fixture.ts';
import type { Screens } from './screens.ts';
import { ScreensWebUser } from './screens-web-user.ts';

const ADA = { username: 'ada@example.com', password: 'secret' };
const portal = {
  url: 'http://127.0.0.1',
  labels: labelsOf({ path: ['Settings', 'Enable 2FA'], oneTimeCode: 'Two-factor code' }),
  bookmarks: {},
};

let paper: PaperPortal;
beforeEach(() => {
  paper = new PaperPortal();
});

const open = async (screens: Screens = { submitsItself: true, acknowledge: ['I have kept them'] }) =>
  new ScreensWebUser({
    page: await paper.openFresh(),
    portal,
    screened: { screens, lastNames: new Map() },
    openFresh: paper.openFresh,
  });

test('whoever a fresh browser asks for a code has a device, by the name given last', async () => {
  const web = await open();
  await web.signInToRegister(ADA);
  await web.nameDevice('work phone');
  assert.deepEqual(await web.devices.lines(), []);
  await web.typeCode(paper.code);
  await web.submit();
  assert.equal(paper.isOn, true);
  assert.deepEqual(await web.devices.lines(), ['work phone']);
  assert.equal(await web.devices.count('work phone'), 1);
  const tab = await web.newTab();
  assert.equal(await tab.devices.count('work phone'), 1);
});

test('a password that is asked for beside the code is given with it, each time', async () => {
  paper.asksPasswordBeside = true;
  const web = await open();
  await web.signInToRegister(ADA);
  await web.typeCode('000000');
  assert.deepEqual(await web.submit(), ['This code is wrong']);
  await web.typeCode(paper.code);
  await web.submit();
  assert.equal(paper.isOn, true);
});

test('a code that was taken is no device yet where something has to be acknowledged', async () => {
  const web = await open({ submitsItself: true });
  await web.signInToRegister(ADA);
  await web.nameDevice('work phone');
  await web.typeCode(paper.code);
  await web.submit();
  assert.deepEqual(await web.devices.lines(), []);
});

test('a wrong code is told of, and the form stays', async () => {
  const web = await open();
  await web.signInToRegister(ADA);
  await web.typeCode('000000');
  assert.deepEqual(await web.submit(), ['This code is wrong']);
  assert.equal(await web.isAskedForCode(), true);
});

test('nobody is told a name that matters', async () => {
  const web = await open();
  await web.signInToRegister(ADA);
  await assert.rejects(web.nameDevice('work: phone'), Unprovided);
});

test('of a password that is refused nothing follows about devices', async () => {
  const web = await open();
  await web.signInHere({ ...ADA, password: 'wrong' });
  await assert.rejects(web.devices.lines(), Blocked);
});

test('a phone that shows codes comes in by the pages, with a password and a code', async () => {
  const door = new WebDoor(open);
  assert.deepEqual(await door.givePassword(ADA), { at: 'in' });
  assert.equal((await door.protectedData())[0]?.shown, true);
  await door.leave();
  assert.equal((await door.protectedData())[0]?.shown, false);
  paper.isOn = true;
  assert.deepEqual(await door.givePassword(ADA), { at: 'code asked' });
  assert.deepEqual(await door.giveCode('000000'), { at: 'refused', message: 'This code is wrong' });
  assert.deepEqual(await door.giveCode(paper.code), { at: 'in' });
  const other = door.another();
  assert.deepEqual(await other.givePassword({ ...ADA, password: 'wrong' }), { at: 'refused' });
  await door.close();
});
