import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startReferenceServer } from '../reference-server/server.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import { startPhoneApp } from '../simulators/phone-app/page-server.ts';
import { type FakeAppium, startAppium } from '../targets/webdriver-phone/appium.fixture.ts';
import { findChromedriver, startChromedriver } from '../targets/webdriver-phone/chromedriver.fixture.ts';
import { deviceApp } from '../targets/webdriver-phone/device-app.fixture.ts';
import { paircheck, reportFolder, startPaircheck, verdictIn } from './paircheck.fixture.ts';

const portal = await startReferenceServer({ clock: new SystemClock(), control: {} });
const app = await startPhoneApp({ phoneApiUrl: portal.addresses.phoneApiUrl });
const path = await findChromedriver();
const folder = await reportFolder();
const { portalUrl, phoneApiUrl, controlUrl } = portal.addresses;
const NATIVE = ['app: webdriver', 'capabilities: { platformName: Android, "appium:app": /apps/chatter.apk }'];

after(async () => {
  await app.close();
  await portal.close();
});

async function fileOf(...lines: string[]): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.yaml`);
  const addresses = [`portalUrl: ${portalUrl}`, `controlUrl: ${controlUrl}`];
  await writeFile(file, ['name: Chatter 4.1', ...addresses, ...lines].join('\n'));
  return file;
}

async function withAppium(act: (appium: FakeAppium) => Promise<void>): Promise<void> {
  const appium = await startAppium(deviceApp());
  try {
    await act(appium);
  } finally {
    await appium.close();
  }
}

/** Where a server has been, and is no more. */
let nowhere = '';
await withAppium(async ({ url }) => {
  nowhere = url;
});

test('a run whose WebDriver server is not there is a harness error, and says what to do', async () => {
  const file = await fileOf(...NATIVE, `webdriverUrl: ${nowhere}`);
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', file, '--drive', 'api', '--only', 'POP-01', '--out', out);
  assert.equal(exitCode, 4, stdout);
  assert.match(`${stdout}${stderr}`, /nobody answers at http:\/\/127\.0\.0\.1:\d+: start the WebDriver server/);
});

test('doctor asks the WebDriver server before it looks at the app', async () => {
  const file = await fileOf(...NATIVE, `webdriverUrl: ${nowhere}`);
  const missing = await paircheck('doctor', file, '--drive', 'api');
  assert.equal(missing.exitCode, 4);
  assert.match(missing.stdout, /the WebDriver server answers: nobody answers at http:\/\/127\.0\.0\.1:\d+/);
  const wrong = await paircheck('doctor', await fileOf(...NATIVE, `webdriverUrl: ${portalUrl}`), '--drive', 'api');
  assert.equal(wrong.exitCode, 4);
  assert.match(wrong.stdout, /is no WebDriver server: correct webdriverUrl/);
  await withAppium(async ({ url }) => {
    const { stdout } = await paircheck('doctor', await fileOf(...NATIVE, `webdriverUrl: ${url}`), '--drive', 'api');
    assert.match(stdout, /✔ the WebDriver server answers: The server is ready to accept new connections/);
  });
});

test('a run that is interrupted ends its session', async () => {
  await withAppium(async (appium) => {
    const file = await fileOf(...NATIVE, `webdriverUrl: ${appium.url}`);
    const out = await reportFolder();
    const { child, ended } = startPaircheck('run', file, '--drive', 'api', '--only', 'POP-01', '--out', out);
    await Promise.race([appium.opened, ended]);
    child.kill('SIGINT');
    await ended;
    assert.ok(appium.asked.includes('POST /session'));
    assert.equal(appium.openSessions, 0);
  });
});

test('an app is judged through a WebDriver server as in our own browser', {
  skip: path === undefined && 'there is no chromedriver',
}, async () => {
  const chromedriver = await startChromedriver(path ?? '');
  try {
    const addresses = [`phoneApiUrl: ${phoneApiUrl}`, `appUrl: ${app.appUrl}`];
    const served = [`webdriverUrl: ${chromedriver.url}`, `capabilities: ${JSON.stringify(chromedriver.capabilities)}`];
    const ids = ['POP-02', 'CAM-05'];
    const statuses = [];
    for (const lines of [['app: browser'], ['app: webdriver', 'frames: page', ...served]]) {
      const out = await reportFolder();
      const only = ids.flatMap((id) => ['--only', id]);
      await paircheck('run', await fileOf(...addresses, ...lines), ...only, '--seed', '7', '--out', out);
      const { requirements } = await verdictIn(out);
      statuses.push(requirements.filter(({ id }) => ids.includes(id)).map(({ id, status }) => `${id} ${status}`));
    }
    assert.deepEqual(statuses[1], statuses[0]);
    assert.deepEqual(statuses[1]?.toSorted(), ['CAM-05 passed', 'POP-02 passed']);
  } finally {
    await chromedriver.kill();
  }
});
