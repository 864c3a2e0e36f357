import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import which from 'which';
import { dateFollows } from './clock-check.ts';
import { fakeClock } from './fake-clock.ts';
import { findFaketime } from './find-faketime.ts';
import { startTarget } from './start-target.ts';

const TEN_BEFORE_MIDNIGHT = Date.UTC(2024, 2, 4, 23, 59, 50);

/** Tells the time as it reads it, after a timer that has to run for it. */
const SERVER = `
  const server = require('node:http').createServer((request, response) => {
    setTimeout(() => response.end(String(Date.now())), 20);
  });
  server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ portalUrl: 'http://127.0.0.1:' + server.address().port })));`;

const run = promisify(execFile);
const library = await findFaketime({ env: process.env, platform: platform() }).catch(() => undefined);
const python = await which('python3', { nothrow: true });
const without = library === undefined ? 'faketime is not installed' : false;

let parent: string;

before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'fake-clock-'));
});

after(() => rm(parent, { recursive: true }));

test('the time stands in a file of its own, in seconds since 1970 and a little into its millisecond', async () => {
  const folder = join(parent, 'file');
  const clock = await fakeClock(folder, { library: '/lib/ft.so', startEpochMs: TEN_BEFORE_MIDNIGHT });
  const file = clock.env({}).FAKETIME_TIMESTAMP_FILE ?? '';
  assert.equal(await readFile(file, 'utf8'), '1709596790');
  await clock.follow(TEN_BEFORE_MIDNIGHT + 7);
  assert.equal(await readFile(file, 'utf8'), '1709596790.0070005');
  await clock.close();
  await assert.rejects(access(folder));
});

test('what a program is given already stays, behind ours', { skip: platform() === 'darwin' }, async () => {
  const folder = join(parent, 'env');
  const clock = await fakeClock(folder, { library: '/lib/ft.so', startEpochMs: 0 });
  const alone = clock.env({});
  assert.deepEqual([alone.LD_PRELOAD, alone.PYTHONPATH], ['/lib/ft.so', folder]);
  const beside = clock.env({ LD_PRELOAD: '/lib/jemalloc.so', PYTHONPATH: '/srv/app' });
  assert.deepEqual([beside.LD_PRELOAD, beside.PYTHONPATH], ['/lib/ft.so:/lib/jemalloc.so', `${folder}:/srv/app`]);
  await clock.close();
});

test('a server that knows nothing of it lives on the clock, to the millisecond, in any time zone', {
  skip: without,
}, async () => {
  const clock = await fakeClock(join(parent, 'node'), { library: library ?? '', startEpochMs: TEN_BEFORE_MIDNIGHT });
  const env = { TZ: 'America/Chicago' };
  const target = await startTarget(
    { command: [process.execPath, '-e', SERVER], env },
    { machine: process, folder: parent, clock },
  );
  const { portalUrl = '' } = target.addresses;
  const told = async () => Number(await (await fetch(portalUrl)).text());
  assert.equal(await told(), TEN_BEFORE_MIDNIGHT);
  for (const time of [
    TEN_BEFORE_MIDNIGHT + 1,
    TEN_BEFORE_MIDNIGHT + 10_000,
    Date.UTC(2030, 0, 1, 0, 0, 0, 999),
    86_400_000,
  ]) {
    await clock.follow(time);
    assert.equal(await told(), time);
  }
  const follows = await dateFollows({ url: portalUrl, follow: clock.follow, atEpochMs: TEN_BEFORE_MIDNIGHT });
  assert.equal(follows, true);
  assert.equal(await told(), TEN_BEFORE_MIDNIGHT);
  await target.stop();
  await clock.close();
});

test('a Python program sleeps, and tells the time of the clock', {
  skip: python ? without : 'no python3',
}, async () => {
  const clock = await fakeClock(join(parent, 'python'), { library: library ?? '', startEpochMs: TEN_BEFORE_MIDNIGHT });
  const script =
    'import time; a = time.monotonic(); time.sleep(0.05); print(time.time(), time.monotonic() - a >= 0.05)';
  const env = { ...process.env, ...clock.env(process.env) };
  const { stdout } = await run(python ?? '', ['-c', script], { env });
  assert.equal(stdout.trim(), '1709596790.0 True');
  await clock.close();
});
