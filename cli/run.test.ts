import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import QRCode from 'qrcode';
import { startReferenceServer } from '../reference-server/server.ts';
import { leaksIn } from '../reports/leaks.fixture.ts';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { watchForSecrets } from './canaries.fixture.ts';
import { filesIn, idsWith, paircheck, reportFolder, startPaircheck, verdictIn } from './paircheck.fixture.ts';

const ALWAYS_WRITTEN = [
  'badge.svg',
  'ctrf.json',
  'earl.json',
  'junit.xml',
  'messages.ndjson',
  'report.html',
  'statement.html',
  'verdict.json',
];

type ReferenceOptions = Partial<Parameters<typeof startReferenceServer>[0]>;

/** A reference whose clock the run moves, in this process, so that a test can get it wrong or end it. */
async function startReference(options: ReferenceOptions = {}) {
  let stoppedAtEpochMs = Date.now();
  const instants = new Set<number>();
  const clock = {
    now: () => stoppedAtEpochMs,
    set: (atEpochMs: number) => {
      stoppedAtEpochMs = atEpochMs;
      instants.add(atEpochMs);
    },
  };
  const server = await startReferenceServer({ clock, control: {}, ...options });
  const { portalUrl, controlUrl = '' } = server.addresses;
  return { server, flags: ['--portal-url', portalUrl, '--control-url', controlUrl], instants };
}

async function readPicture(png: Uint8Array): Promise<string[]> {
  const symbols = await seeSymbols(png);
  return symbols.map(({ text }) => text);
}

test('the reference is conformant in a real browser: 93 requirements, each with evidence', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--out', out);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.equal(idsWith(verdict, 'passed').length, 93);
  for (const { id, evidence } of verdict.requirements) assert.ok(evidence.reached > 0, id);
  assert.match(stdout, /^conformant: 93 of 93 requirements passed/m);
  const pictures = [...(await filesIn(out))].filter(([path]) => path.endsWith('.png'));
  assert.ok(pictures.length > 10);
  for (const [path, picture] of pictures) assert.deepEqual(await seeSymbols(picture), [], `${path} shows a QR code`);
});

test('without a browser all but what has to be laid out is run, and that is not claimed', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--drive', 'api', '--out', out);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.equal(idsWith(verdict, 'passed').length, 92);
  assert.deepEqual(idsWith(verdict, 'not claimed'), ['QRC-11']);
  const schema = JSON.parse(await readFile(new URL('../reports/verdict.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  assert.ok(validate(verdict), JSON.stringify(validate.errors));
});

test('one requirement is run alone, and its neighbours are not claimed', async () => {
  const out = await reportFolder();
  const { exitCode, stdout } = await paircheck(
    'run',
    '--drive',
    'api',
    '--only',
    'OTP-13',
    '--only',
    'FLW-05',
    '--out',
    out,
  );
  assert.equal(exitCode, 0);
  assert.ok(stdout.startsWith('conformant: 2 of 2 requirements passed'), 'the verdict is the first thing that is said');
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'passed'), ['OTP-13', 'FLW-05']);
  assert.equal(idsWith(verdict, 'not claimed').length, 91);
});

test('a seed gives the same order again', async () => {
  const order = async () => {
    const run = await paircheck(
      'run',
      '--drive',
      'api',
      '--only',
      'NAV-05',
      '--seed',
      '7',
      '--out',
      await reportFolder(),
    );
    return run.stderr.split('\n').filter((line) => /^\s*\d+\/\d+/.test(line));
  };
  const first = await order();
  assert.ok(first.length > 3);
  assert.deepEqual(await order(), first);
});

test('a portal that never begins to enforce the rule fails by the requirements that ask for it', async () => {
  const { server, flags } = await startReference({ enforcementInstantMs: Date.UTC(2100, 0, 1) });
  const out = await reportFolder();
  const { exitCode, stdout } = await paircheck(
    'run',
    '--drive',
    'api',
    '--only',
    'LOG-01',
    '--only',
    'LOG-02',
    ...flags,
    '--out',
    out,
  );
  await server.close();
  assert.equal(exitCode, 1);
  assert.deepEqual(idsWith(await verdictIn(out), 'failed'), ['LOG-01', 'LOG-02']);
  assert.match(stdout, /expected +account: refused, conversations: refused/);
  assert.match(stdout, /2024-03-05T/);
});

test('a portal that issues one key again and again fails by the requirement that forbids it', async () => {
  const { server, flags } = await startReference({ secretSource: () => Buffer.from('the same key for all') });
  const out = await reportFolder();
  const { exitCode } = await paircheck('run', '--drive', 'api', '--only', 'QRC-04', ...flags, '--out', out);
  await server.close();
  assert.equal(exitCode, 1);
  assert.deepEqual(idsWith(await verdictIn(out), 'failed'), ['QRC-04']);
});

test('7: with nobody there, nothing is said of the implementation', async () => {
  const { server, flags } = await startReference();
  await server.close();
  const out = await reportFolder();
  const { exitCode, stdout } = await paircheck('run', '--drive', 'api', '--only', 'OTP-01', ...flags, '--out', out);
  assert.equal(exitCode, 4);
  assert.match(stdout, /ECONNREFUSED/);
  assert.deepEqual(idsWith(await verdictIn(out), 'passed'), []);
});

test('a server that ends in the middle is a harness error, and what was seen is still reported', async () => {
  const { server, flags } = await startReference();
  const out = await reportFolder();
  const { child, ended } = startPaircheck('run', '--drive', 'api', ...flags, '--out', out);
  await lineOf(child.stderr, /^ *5\/\d+/);
  await server.close();
  const { exitCode, stdout } = await ended;
  assert.equal(exitCode, 4, stdout);
  const files = [...(await filesIn(out)).keys()].join(' ');
  for (const name of ALWAYS_WRITTEN) assert.ok(files.includes(name), name);
});

test('an interrupted run still writes its reports, and is incomplete', async () => {
  const out = await reportFolder();
  const { child, ended } = startPaircheck('run', '--drive', 'api', '--out', out);
  await lineOf(child.stderr, /^ *5\/\d+/);
  child.kill('SIGINT');
  const { exitCode, stdout } = await ended;
  assert.equal(exitCode, 3, stdout);
  assert.match(stdout, /^incomplete: the run was interrupted/m);
  assert.equal((await verdictIn(out)).interrupted, true);
});

for (const drive of ['api', 'browser']) {
  test(`no key, code, password, token or cookie reaches anything that a run with --drive ${drive} writes or says`, async () => {
    const watcher = watchForSecrets();
    const { server, flags, instants } = await startReference(watcher.options);
    const out = await reportFolder();
    const only = ['MAN-02', 'FLW-03', 'QRC-01'].flatMap((id) => ['--only', id]);
    const run = await paircheck('run', '--drive', drive, ...only, ...flags, '--out', out);
    await server.close();
    assert.equal(run.exitCode, 0, run.stdout);
    const { keys, codes, madeUp, sentIn } = await watcher.end(instants);
    assert.ok(keys.length >= 3 && codes.length >= 9 && madeUp.length >= 6 && sentIn.length >= 3, 'secrets were in use');
    const written = await filesIn(out);
    for (const name of ALWAYS_WRITTEN)
      assert.ok(
        [...written.keys()].some((path) => path.endsWith(name)),
        name,
      );
    assert.ok([...written.keys()].some((path) => path.includes('pictures')));
    const files = new Map([...written, ['stdout', Buffer.from(run.stdout)], ['stderr', Buffer.from(run.stderr)]]);
    assert.deepEqual(await leaksIn(files, [...keys, ...codes, ...madeUp, ...sentIn], readPicture), []);
  });
}

test('a key that a QR code on a picture shows would be found, in the picture and in a page that holds it', async () => {
  const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const png = await QRCode.toBuffer(`otpauth://totp/a:b?secret=${key}&issuer=a`);
  const page = Buffer.from(`<img alt="" src="data:image/png;base64,${png.toString('base64')}">`);
  const message = Buffer.from(JSON.stringify({ attachment: { body: page.toString('base64') } }));
  const files = { 'a picture': png, 'a page': page, 'a message': message, nothing: Buffer.from('nothing') };
  const leaks = await leaksIn(new Map(Object.entries(files)), [key], readPicture);
  assert.deepEqual(
    leaks.map(({ path }) => path),
    ['a picture', 'a page', 'a message'],
  );
});

/** Waits until a program says a line of this kind. */
async function lineOf(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<void> {
  assert.ok(stream);
  const lines = createInterface({ input: stream });
  for await (const [line] of onLines(lines)) if (pattern.test(line)) return;
}

async function* onLines(lines: ReturnType<typeof createInterface>): AsyncGenerator<[string]> {
  while (true) yield (await once(lines, 'line')) as [string];
}
