import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import { DocumentedWebUser } from '../../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import { TextPage } from '../../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { ControlClient } from '../control-client.ts';
import { startServedProcess } from '../served-process.ts';
import { startAdapter } from './adapter.ts';
import { AdapterPhone } from './adapter-phone.ts';
import { AdapterWebUser } from './adapter-web-user.ts';

const MAIN = pathOf('../../cli/main.ts');
const WHOLE = [process.execPath, fileURLToPath(new URL('whole-adapter.fixture.ts', import.meta.url))];
const PYTHON = ['python3', pathOf('../../examples/adapter-python/adapter.py')];
const NO_PYTHON = spawnSync('python3', ['--version']).status !== 0 && 'there is no python3 on this machine';
const labels = labelsOf();

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The reference as a process of its own, an adapter for it, an account, and the clock of them all. */
async function setUp(t: TestContext, command: string[]) {
  const serve = [MAIN, 'serve', '--port', '0', '--control', '--while-input'];
  const { addresses, stop } = await startServedProcess(process.execPath, serve);
  t.after(stop);
  const control = new ControlClient(addresses.controlUrl ?? '');
  const clock = new ControlledClock(Date.parse('2024-04-01T12:00:00Z'), [(at) => control.setClock(at)]);
  await clock.set(clock.now());
  const { portalUrl, phoneApiUrl } = addresses;
  const adapter = await startAdapter({ command, target: { name: 'the reference', portalUrl, phoneApiUrl } });
  t.after(() => adapter.close());
  return { adapter, clock, portalUrl, account: await control.createAccount() };
}

type Stage = Awaited<ReturnType<typeof setUp>>;

/** The documented flow from nothing to the end. */
async function register({ account }: Stage, web: WebUser, phone: AdapterPhone): Promise<void> {
  await phone.signIn(account);
  await web.signInToRegister(account);
  await web.nameDevice('Work phone');
  await web.next();
  await phone.tap(ACTIONS.scanQr);
  await phone.pointCameraAt((await web.qrCode()) ?? assert.fail('no QR code'));
  await web.typeCode(await phone.oneTimeCode());
  await web.submit();
  await phone.tap(ACTIONS.continue);
}

async function shownTo(phone: AdapterPhone): Promise<boolean[]> {
  return (await phone.protectedData()).map(({ shown }) => shown);
}

test('an adapter plays both roles: a device is registered through it', async (t) => {
  const stage = await setUp(t, WHOLE);
  const web = new AdapterWebUser(stage.adapter, { labels });
  const phone = new AdapterPhone(stage.adapter, stage.clock);
  assert.equal(web.address(), 'about:blank');
  assert.deepEqual(await shownTo(phone), [false, false], 'as a check, nothing is shown before');
  await register(stage, web, phone);
  assert.equal((await phone.screen()).title, TITLES.registered);
  assert.deepEqual(await shownTo(phone), [true, true]);
  assert.equal(await web.devices.count('Work phone'), 1);
  assert.equal(await web.devices.count('work phone'), 0);
});

test('what the page says after a wrong code is its news, and the right one is still taken', async (t) => {
  const { adapter, account, clock } = await setUp(t, WHOLE);
  const web = new AdapterWebUser(adapter, { labels });
  const phone = new AdapterPhone(adapter, clock);
  await phone.signIn(account);
  await web.signInToRegister(account);
  await assert.rejects(web.typeCode('000000'), {
    name: 'Blocked',
    message: /wanted a field for the code on the web page/,
  });
  await web.nameDevice('Work phone');
  await web.next();
  assert.equal(await web.showsKey(), false);
  const { keys } = await web.openManualValues();
  assert.equal(keys.length, 1);
  await phone.tap(ACTIONS.scanQr);
  await phone.tap(ACTIONS.typeInstead);
  await phone.typeValues({ deviceName: 'Work phone', key: keys[0] ?? '' });
  const code = await phone.oneTimeCode();
  await web.typeCode(code === '123123' ? '321321' : '123123');
  assert.match((await web.submit()).join(' '), /code/i);
  await web.typeCode(code);
  assert.match((await web.submit()).join(' '), /Work phone/);
  const { data } = await web.picture();
  assert.ok(!String(data).includes(keys[0] ?? ''), 'no picture holds the key');
});

test('what is not offered is false where it is asked for, and blocked where it is done', async (t) => {
  const { adapter, account } = await setUp(t, WHOLE);
  const web = new AdapterWebUser(adapter, { labels });
  assert.equal(await web.isSignedIn(), false);
  await web.signInHere(account);
  assert.equal(await web.isSignedIn(), true);
  assert.equal(await web.follow('No such step'), false);
  assert.equal(await web.follow('User profile'), true);
  await assert.rejects(web.nameDevice('Work phone'), { name: 'Blocked' });
  await web.close();
});

test('what no adapter is asked for is a capability that is missing, and says what reaches it', async (t) => {
  const { adapter } = await setUp(t, WHOLE);
  const web = new AdapterWebUser(adapter, { labels });
  await assert.rejects(web.pageOn(), { name: 'Unprovided', capability: 'a page on other screens' });
  assert.throws(() => web.wire.storage(), { name: 'Unprovided', message: /browser/ });
  assert.throws(() => web.accessible.laidOut(), { name: 'Unprovided' });
  assert.equal(await Promise.resolve(web.wire), web.wire, 'a port is no promise');
});

test('the phone in Python registers with the reference, and is let in by its code', { skip: NO_PYTHON }, async (t) => {
  const stage = await setUp(t, PYTHON);
  const { adapter, account, clock, portalUrl } = stage;
  assert.ok(adapter.plays('phone') && !adapter.plays('web'));
  const web = new DocumentedWebUser(new TextPage(new Recorder()), { url: portalUrl, labels, bookmarks: {} });
  const phone = new AdapterPhone(adapter, clock);
  await register(stage, web, phone);
  assert.equal((await phone.screen()).title, TITLES.registered);
  await phone.signOut();
  assert.deepEqual(await shownTo(phone), [false, false]);
  await clock.advance(60);
  const sent: string[] = [];
  await phone.signIn(account, (code) => {
    sent.push(code);
    return code;
  });
  assert.equal(sent.length, 1);
  assert.deepEqual(await shownTo(phone), [true, true]);
});

test('the phone in Python is no phone that takes anything', { skip: NO_PYTHON }, async (t) => {
  const { adapter, account, clock } = await setUp(t, PYTHON);
  const phone = new AdapterPhone(adapter, clock);
  await phone.signIn({ ...account, password: 'wrong' });
  assert.equal((await phone.screen()).title, TITLES.signedOut);
  await assert.rejects(phone.tap(ACTIONS.scanQr), { name: 'Blocked' });
  await assert.rejects(phone.oneTimeCode(), { name: 'Blocked' });
  await assert.rejects(phone.setCamera('none'), { name: 'Unprovided' });
});

test('the example is short enough to be read', async () => {
  assert.ok((await readFile(PYTHON[1] ?? '', 'utf8')).split('\n').length <= 101);
});
