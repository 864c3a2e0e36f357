import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Unprovided } from '../../simulators/errors.ts';
import { PlayedServer } from '../../simulators/network/played-server.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { pickUpPhone, pickUpPhoneOf } from '../actors.ts';
import { targetAt } from '../target.ts';
import { startAdapter } from './adapter.ts';
import { AdapterPhone } from './adapter-phone.ts';

const SCRIPT = fileURLToPath(new URL('scripted-adapter.fixture.ts', import.meta.url));
const URL_OF_NOBODY = 'http://127.0.0.1:1';
const TARGET = targetAt('Example', { portalUrl: URL_OF_NOBODY });
const clock = new ControlledClock(Date.parse('2024-04-01T12:00:00Z'));

/** What phones are picked up with, where a scripted adapter plays them. */
async function around(t: TestContext, defect: string) {
  const target = { name: 'Example', portalUrl: URL_OF_NOBODY, phoneApiUrl: URL_OF_NOBODY };
  const adapter = await startAdapter({ command: [process.execPath, SCRIPT, defect], target });
  t.after(() => adapter.close());
  return { reach: { adapter, capabilities: [] }, recorder: new Recorder(), clock };
}

test('an adapter says that its phone has no app; one that says nothing has one', async (t) => {
  assert.equal(pickUpPhone(TARGET, await around(t, 'none')).hasApp, true);
  assert.equal(pickUpPhone(TARGET, await around(t, 'has no app')).hasApp, false);
});

test('where the suite would play the server, our own phone never stands in for that of an adapter', async (t) => {
  const played = new PlayedServer(clock);
  const withApp = await around(t, 'none');
  const lacks = (error: unknown) =>
    error instanceof Unprovided && error.capability === 'an app whose server can be played';
  assert.throws(() => pickUpPhoneOf(played, TARGET, withApp), lacks);
  const phone = pickUpPhoneOf(played, TARGET, await around(t, 'has no app'));
  assert.ok(phone instanceof AdapterPhone);
  assert.equal(await phone.oneTimeCode(), '123456');
});
