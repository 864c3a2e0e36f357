import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { Unprovided } from '../../simulators/errors.ts';
import schema from '../target.schema.json' with { type: 'json' };
import { commandAccounts } from './command-accounts.ts';

const NOBODY = new Set<string>();

function printedBy(script: string) {
  return commandAccounts({ command: [process.execPath, '-e', script], cwd: tmpdir(), env: process.env });
}

test('each call of the program gives a fresh account, its last line of output', async () => {
  const source = printedBy(`
    console.log('making one');
    console.log(JSON.stringify({ username: 'u' + process.pid, password: 'p', id: 7 }));`);
  const [first, second] = [await source.next({ not: NOBODY }), await source.next({ not: NOBODY })];
  assert.match(first.credentials.username, /^u\d+$/);
  assert.notEqual(first.credentials.username, second.credentials.username);
  assert.deepEqual([first.isFresh, second.credentials.password, source.size], [true, 'p', Number.POSITIVE_INFINITY]);
});

test('a username that is asked for is the last argument of the program', async () => {
  const source = printedBy(`console.log(JSON.stringify({ username: process.argv.at(-1), password: 'p' }))`);
  const { credentials } = await source.next({ not: NOBODY, username: 'zoë & co' });
  assert.equal(credentials.username, 'zoë & co');
});

test('a program that does not care for the username that is asked for lacks that capability', async () => {
  const source = printedBy(`console.log('{"username": "other", "password": "p"}')`);
  await assert.rejects(
    source.next({ not: NOBODY, username: 'ada' }),
    (error) => error instanceof Unprovided && error.capability === 'accounts with a chosen name',
  );
});

test('a program that gives one account twice is told to make another each time', async () => {
  const source = printedBy(`console.log('{"username": "ada", "password": "p"}')`);
  await source.next({ not: NOBODY });
  await assert.rejects(source.next({ not: NOBODY }), /wanted a fresh account.*got one that it has printed before/);
});

test('what is no account is told without what looks secret, and with what to print', async () => {
  const said = (script: string) => printedBy(script).next({ not: NOBODY });
  await assert.rejects(said(''), /wanted an account such as .* from ".*", got nothing; print just that/);
  await assert.rejects(said(`console.log('{"name": "ada", "password": "hush"}')`), (error: Error) => {
    return /got "\{"name": "ada", "password": ••••\}"/.test(error.message) && !/hush.*hush/.test(error.message);
  });
});

test('a program that fails, or is not there, is told with its last word', async () => {
  const failing = printedBy(`console.error('no database'); process.exit(4)`);
  await assert.rejects(failing.next({ not: NOBODY }), /got exit code 4, "no database"; call it by hand/);
  const missing = commandAccounts({ command: ['no-such-program'], cwd: tmpdir(), env: {} });
  await assert.rejects(missing.next({ not: NOBODY }), /from "no-such-program", got no such program; install it/);
});

test('a name that the command makes no account for is no fault of anybody', async () => {
  const script = 'if (process.argv.length > 1) { console.error("no such name"); process.exit(22); }';
  const wish = { not: NOBODY, rather: () => true, username: 'ana:bo' };
  await assert.rejects(printedBy(script).next(wish), {
    name: 'NotDemanded',
    message: /usernames with any signs: asked for "ana:bo", accounts\.command ends with exit code \d+, "no such name"/,
  });
});

test('its part of a target file is a list, or a command', () => {
  const holds = new Ajv({ allowUnionTypes: true }).compile(schema.properties.accounts);
  const account = { username: 'ada', password: 'p' };
  const right = [[account], { command: ['make'] }, { command: ['make'], cwd: 'x', env: { A: 'b' } }];
  const wrong = [[], {}, [{ username: 'ada' }], { command: [] }, { command: 'make' }, 'make'];
  assert.deepEqual(
    right.map((accounts) => holds(accounts)),
    [true, true, true],
  );
  assert.ok(wrong.every((accounts) => !holds(accounts)));
});
