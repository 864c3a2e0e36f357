import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServedProcess } from './served-process.ts';

const run = (script: string) => startServedProcess(process.execPath, ['-e', script]);

test('a server is there once it has said where, and ends when it is stopped', async () => {
  const served = await run(`
    console.log(JSON.stringify({ portalUrl: 'http://127.0.0.1:1', phoneApiUrl: 'http://127.0.0.1:1' }));
    process.stdin.resume().on('end', () => process.exit());`);
  assert.equal(served.addresses.portalUrl, 'http://127.0.0.1:1');
  await served.stop();
});

test('a server that has ended already is stopped without waiting', async () => {
  const served = await run('console.log("{}")');
  await served.stop();
});

test('one that ends before it says anything is an error that names the command', async () => {
  await assert.rejects(
    run('process.exit(3)'),
    /wanted a server from ".*process\.exit\(3\)", it ended before it answered/,
  );
});

test('one that says something else than where it answers is ended, though it ignores its input, and an error', async () => {
  await assert.rejects(
    run("console.log('Listening'); setInterval(() => {}, 60_000);"),
    /its first line is not the JSON/,
  );
});

test('one that says nothing is ended when the time is up, and an error', async () => {
  await assert.rejects(
    startServedProcess(process.execPath, ['-e', 'setInterval(() => {}, 60_000)'], 1),
    /it said nothing within 1 ms/,
  );
});

test('a command that is not there is an error that names it', async () => {
  await assert.rejects(startServedProcess('/nowhere/a-server', []), /\/nowhere\/a-server ENOENT/);
});
