import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import schema from '../target.schema.json' with { type: 'json' };
import { startTarget, type TargetStart } from './start-target.ts';

/** A server on a free port, which says where it answers. */
const SERVER = `
  const server = require('node:http').createServer((request, response) => response.end(process.env.GREETING));
  server.listen(0, '127.0.0.1', () => {
    console.error('a word');
    console.log(JSON.stringify({ level: 'info', message: 'up' }));
    console.log(JSON.stringify({ portalUrl: 'http://127.0.0.1:' + server.address().port, pid: process.pid }));
  });`;

const options = { machine: process, folder: tmpdir() };

function node(script: string, more: Partial<TargetStart> = {}): TargetStart {
  return { command: [process.execPath, '-e', script], ...more };
}

async function refusalOf(start: TargetStart): Promise<string> {
  const error = await startTarget(start, options).then(
    () => assert.fail('it was started'),
    (fault: Error) => fault,
  );
  return error.message;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a target that says where it answers is ready then, and gone when it is stopped', async () => {
  const target = await startTarget(node(SERVER, { env: { GREETING: 'hello' } }), options);
  const { portalUrl = '' } = target.addresses;
  assert.equal(await (await fetch(portalUrl)).text(), 'hello');
  assert.equal(await target.gone(), undefined);
  await target.stop();
  await assert.rejects(fetch(portalUrl));
  assert.match((await target.gone()) ?? '', /is gone: it was ended by SIGTERM/);
});

test('a target is waited for until an address answers, though it answers with an error of its own at first', async () => {
  const port = await freePort();
  const script = `
    let asked = 0;
    require('node:http').createServer((request, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 503 : 404).end();
    }).listen(${port}, '127.0.0.1');`;
  const target = await startTarget(node(script, { ready: { url: `http://127.0.0.1:${port}/` } }), options);
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404);
  assert.deepEqual(target.addresses, {});
  await target.stop();
});

test('a target is waited for until a line is written and a port listened to', async () => {
  const port = await freePort();
  const script = `require('node:net').createServer().listen(${port}, '127.0.0.1', () => console.log('now up!'))`;
  const target = await startTarget(node(script, { ready: { line: '^now .p', port } }), options);
  await target.stop();
});

test('a command for a shell ends with all that it has started', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'start-'));
  const script = `setInterval(() => {}, 60000); console.log(JSON.stringify({ portalUrl: 'http://' + process.pid }))`;
  const command = `'${process.execPath}' -e "$SCRIPT" & wait`;
  const target = await startTarget({ command, env: { SCRIPT: script }, cwd: folder }, options);
  const pid = Number(target.addresses.portalUrl?.slice('http://'.length));
  assert.equal(process.kill(pid, 0), true);
  await target.stop();
  assert.throws(() => process.kill(pid, 0), /ESRCH/);
  await rm(folder, { recursive: true });
});

test('a target that does not listen to the signal is ended at once where we end ourselves', async () => {
  const script = `process.on('SIGTERM', () => {}); setInterval(() => {}, 60000); console.log('up')`;
  const target = await startTarget(node(script, { ready: { line: 'up' } }), options);
  target.kill();
  await target.stop();
  assert.match((await target.gone()) ?? '', /it was ended by SIGKILL/);
});

test('a program that is not there is named, by a list and by a shell', async () => {
  const wanted = /wanted "no-such-program serve" to get ready, there is no such program here: install it/;
  assert.match(await refusalOf({ command: ['no-such-program', 'serve'] }), wanted);
  assert.match(await refusalOf({ command: 'no-such-program serve' }), wanted);
});

test('a folder that is not there is named', async () => {
  assert.match(await refusalOf(node('', { cwd: 'no-such-folder' })), /no-such-folder, which is no folder: correct/);
});

test('a target that ends at once is told with its exit code and its last words, without its secrets', async () => {
  const script = `console.error('cannot open the database with ' + process.env.DB_PASSWORD); process.exit(3)`;
  const said = await refusalOf(node(script, { env: { DB_PASSWORD: 'correct horse' } }));
  assert.match(said, /it ended with exit code 3 before: start it by hand/);
  assert.match(said, /its last words:\n {2}\| cannot open the database with \[DB_PASSWORD\]$/);
});

test('of a long story the last 50 lines are told', async () => {
  const said = await refusalOf(node(`for (let n = 1; n <= 60; n += 1) console.log('line ' + n); process.exitCode = 1`));
  assert.deepEqual(
    [said.includes('line 10\n'), said.includes('line 11\n'), said.includes('line 60')],
    [false, true, true],
  );
});

test('a target that leaves for the background is asked to stay', async () => {
  assert.match(await refusalOf(node('')), /exit code 0 before: start it so that it stays in the foreground/);
});

test('a target that never gets ready is ended, and what was seen at the last look is told', async () => {
  const port = await freePort();
  const ready = { url: `http://127.0.0.1:${port}/` };
  const said = await refusalOf(node('setInterval(() => {}, 60000)', { ready, patienceSeconds: 1 }));
  assert.match(said, /within 1 s it did not: correct start\.ready, .* \(url http.*\), or allow more/);
  assert.match(said, /\(at the last look: connect ECONNREFUSED/);
  assert.match(said, /\(it wrote nothing\)/);
});

test('a target that does not say where it answers, and is to be known by nothing else, is told what to say', async () => {
  const said = await refusalOf(node(`console.log('up'); setInterval(() => {}, 60000)`, { patienceSeconds: 0.5 }));
  assert.match(said, /wrote no line such as \{"portalUrl".*say under start\.ready by what url, port or line/);
});

test('where somebody answers already nothing is started, for that one would be tested instead', async () => {
  const other = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const taken = new RegExp(`somebody answers at 127\\.0\\.0\\.1:${port} already: end that, or take start: out`);
  assert.match(await refusalOf(node('', { ready: { url: `http://127.0.0.1:${port}/` } })), taken);
  assert.match(await refusalOf(node('', { ready: { port } })), new RegExp(`localhost:${port} already`));
  const script = `require('node:http').createServer().listen(${port}, '127.0.0.1')`;
  assert.match(await refusalOf(node(script)), /its port is taken: end what listens there, or give it another port/);
  other.close();
});

test('an interruption ends the waiting, and what has been started', async () => {
  const signal = AbortSignal.abort();
  await assert.rejects(
    startTarget(node('setInterval(() => {}, 60000)'), { ...options, signal }),
    /the run was interrupted before/,
  );
});

test('its part of a target file is known by its schema', () => {
  const holds = new Ajv({ allowUnionTypes: true }).compile(schema.properties.start);
  const full = {
    command: ['node', 'x.js'],
    cwd: 'app',
    env: { PORT: '1' },
    ready: { url: 'http://x' },
    patienceSeconds: 9,
  };
  const right = [full, { command: 'npm start', ready: { line: 'up', port: 80 } }];
  const wrong = [
    {},
    { command: [] },
    { command: ' ' },
    { command: 'x', env: { PORT: 1 } },
    { command: 'x', ready: {} },
  ];
  assert.deepEqual(
    [...right, ...wrong].map((start) => holds(start)),
    [true, true, false, false, false, false, false],
  );
});
