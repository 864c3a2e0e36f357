import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTROL_API } from '../protocol/control-api.ts';
import { paircheck } from './paircheck.fixture.ts';

test('--help teaches the commands, with examples and exit codes, on standard output', async () => {
  const { exitCode, stdout, stderr } = await paircheck('--help');
  assert.equal(exitCode, 0);
  const commands = ['run [options] [target]', 'report', 'diff', 'list', 'explain', 'serve'];
  for (const words of [...commands, 'Examples:', 'Exit codes:']) {
    assert.ok(stdout.includes(words), words);
  }
  assert.equal(stderr, '');
});

for (const command of ['run', 'report', 'diff', 'list', 'explain']) {
  test(`${command} --help teaches by examples`, async () => {
    const { exitCode, stdout } = await paircheck(command, '--help');
    assert.equal(exitCode, 0);
    assert.match(stdout, new RegExp(`\\nExamples:\\n {2}paircheck ${command} `));
  });
}

test('serve --help names all that the test controls offer', async () => {
  const { exitCode, stdout } = await paircheck('serve', '--help');
  assert.equal(exitCode, 0);
  const { state: _, capabilities: __, ...offered } = CONTROL_API;
  for (const name of Object.keys(offered)) assert.match(stdout, new RegExp(`\\b${name}\\b`));
});

test('an unknown option is refused with 2, on standard error', async () => {
  const { exitCode, stdout, stderr } = await paircheck('run', '--drvie', 'api');
  assert.equal(exitCode, 2);
  assert.match(stderr, /unknown option '--drvie'/);
  assert.match(stderr, /--drive/);
  assert.equal(stdout, '');
});

test('a requirement that does not exist is refused with 2 and the likely one', async () => {
  const { exitCode, stderr } = await paircheck('run', '--only', 'OTP-99');
  assert.equal(exitCode, 2);
  assert.match(stderr, /"OTP-99".*Did you mean "OTP-09"/);
});

test('a profile that does not exist is refused with 2 and the likely one', async () => {
  const { exitCode, stderr } = await paircheck('run', '--profile', 'otp-cor');
  assert.equal(exitCode, 2);
  assert.match(stderr, /Did you mean "otp-core"/);
});

test('a requirement of another profile is refused with 2 and the profile it is in', async () => {
  const { exitCode, stderr } = await paircheck('run', '--profile', 'otp-core', '--only', 'ABU-02');
  assert.equal(exitCode, 2);
  assert.match(stderr, /--profile hardened/);
});

test('a tag expression that cannot be read is refused with 2 and an example', async () => {
  const { exitCode, stderr } = await paircheck('run', '--tags', '@OTP-01 and and');
  assert.equal(exitCode, 2);
  assert.match(stderr, /wanted a tag expression such as .*got "@OTP-01 and and"/);
});

test('an address that is none is refused with 2', async () => {
  const { exitCode, stderr } = await paircheck('run', '--portal-url', 'localhost');
  assert.equal(exitCode, 2);
  assert.match(stderr, /wanted an address such as .*got "localhost"/);
});

test('list shows all 135 requirements, or those of a profile', async () => {
  const all = await paircheck('list');
  assert.equal(all.exitCode, 0);
  assert.equal(all.stdout.match(/^ *[A-Z]{3}-\d\d /gm)?.length, 135);
  const some = await paircheck('list', '--profile', 'otp-core');
  assert.equal(some.stdout.match(/^ *[A-Z]{3}-\d\d /gm)?.length, 33);
});

test('explain quotes the document and names the scenarios and the line that runs them', async () => {
  const { exitCode, stdout } = await paircheck('explain', 'flw-05');
  assert.equal(exitCode, 0);
  assert.match(stdout, /Device registered/);
  assert.match(stdout, /features\/11-continue\.feature:\d+/);
  assert.match(stdout, /run --only FLW-05/);
});
