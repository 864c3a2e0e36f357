import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Unprovided } from '../../simulators/errors.ts';
import { hasKeptCode, keepDevices, keptCodeOf, presentOf, requireNoDevice } from './kept-devices.ts';
import { Registration } from './person.ts';
import { clearStage } from './stage.ts';

const START = Date.UTC(2026, 0, 15, 12, 0, 10);
const keyed = (secret: string) => new Registration('work phone', `otpauth://totp/a:b?secret=${secret}&issuer=a`);
const [first, second] = [keyed('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'), keyed('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')] as const;

const ada = (...sentCodes: string[]) => ({ credentials: { username: 'ada', password: 'p' }, sentCodes });

let clock: ControlledClock;

beforeEach(() => {
  clearStage();
  clock = new ControlledClock(START);
});

test('an account on which nothing was left has no code to show, and is one without a device', () => {
  keepDevices({ clock }, ada(), []);
  assert.equal(keptCodeOf({ clock }, 'ada'), undefined);
  requireNoDevice({ credentials: { username: 'ada', password: 'p' } });
});

test('the code of a device that was left is one that was never used, and the next step is gone to for it', async () => {
  keepDevices({ clock }, ada(), [first]);
  const code = keptCodeOf({ clock }, 'ada');
  const codes = [await code?.(), await code?.()];
  const edge = Date.UTC(2026, 0, 15, 12, 0, 30);
  assert.deepEqual(codes, [first.authenticator.codeAt(edge), first.authenticator.codeAt(edge + 30_000)]);
  assert.equal(clock.now(), edge + 30_000);
});

test('a code of a step to come that was sent is not shown again', async () => {
  keepDevices({ clock }, ada(first.authenticator.codeAt(START + 30_000)), [first]);
  assert.equal(hasKeptCode({ clock }, 'ada'), false);
  assert.equal(await keptCodeOf({ clock }, 'ada')?.(), first.authenticator.codeAt(START + 60_000));
  assert.equal(hasKeptCode({ clock }, 'ada'), true);
});

test('of several devices the one is taken whose codes have been left alone for longest', async () => {
  keepDevices({ clock }, ada(), [first]);
  await clock.advance(30);
  keepDevices({ clock }, ada(), [second]);
  assert.equal(await keptCodeOf({ clock }, 'ada')?.(), first.authenticator.codeAt(START + 30_000));
  assert.equal(clock.now(), START + 30_000);
});

test('the present is so many minutes later that every account has a code to give at once', async () => {
  assert.equal(presentOf(START), START);
  keepDevices({ clock }, ada(), [first]);
  await clock.advance(600);
  keepDevices({ clock }, { credentials: { username: 'grace', password: 'p' }, sentCodes: [] }, [second]);
  assert.equal(presentOf(START), START + 660_000);
  const years = new ControlledClock(Date.UTC(2040, 0, 1));
  keepDevices({ clock: years }, { credentials: { username: 'kim', password: 'p' }, sentCodes: [] }, [second]);
  assert.equal(presentOf(START), START + 660_000);
});

test('what is about an account without a device is not run with one that has one', () => {
  keepDevices({ clock }, ada(), [first]);
  assert.throws(() => requireNoDevice({ credentials: { username: 'ada', password: 'p' } }), Unprovided);
  requireNoDevice({ credentials: { username: 'grace', password: 'p' } });
});
