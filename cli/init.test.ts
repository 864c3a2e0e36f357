import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveForeignPortal } from './init/foreign-portal.fixture.ts';
import { paircheck, paircheckIn, reportFolder } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';

const ADA = { username: 'ada', password: 'a-password-to-try' };

test('init writes a target file that doctor takes, without the password, with what was seen', async (context) => {
  const [portalUrl = ''] = (await startTestReference(context, { accounts: [ADA] })).map((line) => line.split(': ')[1]);
  const file = join(await reportFolder(), 'target.yaml');
  const flags = ['--portal-url', portalUrl, '--username', 'ada', '--password', ADA.password, '--drive', 'api'];
  const { exitCode, stdout } = await paircheck('init', file, ...flags, '--name', 'A portal: "ours"');
  assert.equal(exitCode, 0);
  assert.match(stdout, /next: paircheck doctor/);
  const text = await readFile(file, 'utf8');
  assert.match(text, /^# {3}there: the app reads the QR code/m);
  assert.doesNotMatch(text, /a-password-to-try/);
  const env = { ...process.env, PAIRCHECK_PASSWORD: ADA.password };
  const doctor = await paircheckIn(env, 'doctor', file, '--drive', 'api');
  assert.deepEqual([doctor.exitCode, doctor.stderr], [0, 'looking at A portal: "ours", without a browser\n']);
  const again = await paircheck('init', file, ...flags);
  assert.deepEqual([again.exitCode, /there is one already/.test(again.stderr)], [2, true]);
});

test('a product with a second factor of its own is found out, and described by its screens', async (context) => {
  const { url, close } = await serveForeignPortal('a QR code and a field');
  context.after(close);
  const file = join(await reportFolder(), 'target.yaml');
  const flags = ['--username', 'ada', '--password', ADA.password, '--drive', 'api'];
  const { exitCode, stdout } = await paircheck('init', file, '--portal-url', url, ...flags);
  assert.equal(exitCode, 0, stdout);
  assert.match(stdout, /found: Settings → Security → Two-factor login → Set up\n✔/);
  assert.match(
    stdout,
    /✔ a wrong password is refused\n✔ a wrong code is refused: in words\n! there are accounts for a run: 1,/,
  );
  const text = await readFile(file, 'utf8');
  assert.match(text, /^app: authenticator$/m);
  assert.match(
    text,
    /^labels:\n {2}path:\n {4}- Settings\n {4}- Security\n {4}- Two-factor login\n {4}- Set up\n {2}submit: Verify$/m,
  );
  assert.match(text, /^web:\n {2}screens: \{ submitsItself: false \}$/m);
  assert.match(text, /^# {3}there: a wrong code is refused/m);
});

test('where nobody sits at a terminal what is not given is not asked for', async () => {
  const { exitCode, stderr } = await paircheck('init', join(await reportFolder(), 'target.yaml'));
  assert.deepEqual([exitCode, /wanted --portal-url/.test(stderr)], [2, true]);
});

test('what a product is told of by its requests stands there to be uncommented, and is taken as it is', async () => {
  const file = join(await reportFolder(), 'target.yaml');
  const flags = ['--portal-url', 'http://127.0.0.1:1', '--app', 'authenticator', '--drive', 'api'];
  const { exitCode, stdout } = await paircheck('init', file, ...flags);
  assert.notEqual(exitCode, 0);
  assert.match(stdout, /next: mend what its last lines say, then paircheck doctor/);
  const text = await readFile(file, 'utf8');
  assert.match(text, /^app: authenticator$/m);
  const [, requests = ''] = text.split(/^# web:$/m);
  await writeFile(file, `${text}web:${requests.replaceAll('\n# ', '\n')}`);
  const doctor = await paircheck('doctor', file, '--username', 'ada', '--password', ADA.password);
  assert.match(doctor.stderr, /127\.0\.0\.1:1/);
  assert.doesNotMatch(doctor.stderr, /target\.yaml:\d+/);
});
