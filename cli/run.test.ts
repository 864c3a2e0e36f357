import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { encodeBase32 } from '../protocol/base32.ts';
import { startReferenceServer } from '../reference-server/server.ts';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { filesIn, idsWith, paircheck, reportFolder, startPaircheck, verdictIn } from './paircheck.fixture.ts';

/** A reference whose clock the run moves, in this process, so that a test can get it wrong or end it. */
async function startReference(options: { enforcementInstantMs?: number; secretSource?: () => Uint8Array } = {}) {
  let stoppedAtEpochMs = Date.now();
  const clock = {
    now: () => stoppedAtEpochMs,
    set: (atEpochMs: number) => {
      stoppedAtEpochMs = atEpochMs;
    },
  };
  const server = await startReferenceServer({ clock, control: {}, ...options });
  const { portalUrl, controlUrl = '' } = server.addresses;
  return { server, flags: ['--portal-url', portalUrl, '--control-url', controlUrl] };
}

test('the first wave is conformant in a real browser: 45 requirements, each with evidence', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--out', out);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.equal(idsWith(verdict, 'passed').length, 45);
  for (const { id, evidence } of verdict.requirements) assert.ok(evidence.reached > 0, id);
  assert.match(stdout, /^conformant: 45 of 45 requirements passed/m);
  const pictures = [...(await filesIn(out))].filter(([path]) => path.endsWith('.png'));
  assert.ok(pictures.length > 10);
  for (const [path, picture] of pictures) assert.deepEqual(await seeSymbols(picture), [], `${path} shows a QR code`);
});

test('without a browser all but what has to be laid out is run, which makes it incomplete', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--drive', 'api', '--out', out);
  assert.equal(exitCode, 3, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.equal(idsWith(verdict, 'passed').length, 44);
  assert.deepEqual(idsWith(verdict, 'not run'), ['QRC-11']);
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
  assert.equal(idsWith(verdict, 'not claimed').length, 43);
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
  for (const name of ['report.html', 'verdict.json', 'junit.xml', 'messages.ndjson'])
    assert.ok(files.includes(name), name);
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

test('no key, no password and no code reaches anything that a run writes or says', async () => {
  const secrets: string[] = [];
  const secretSource = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(20));
    secrets.push(encodeBase32(bytes));
    return bytes;
  };
  const { server, flags } = await startReference({ secretSource });
  const out = await reportFolder();
  const run = await paircheck(
    'run',
    '--drive',
    'api',
    '--only',
    'MAN-02',
    '--only',
    'FLW-03',
    '--only',
    'QRC-01',
    ...flags,
    '--out',
    out,
  );
  await server.close();
  assert.equal(run.exitCode, 0, run.stdout);
  assert.ok(secrets.length >= 3);
  const written = [...(await filesIn(out)).values()].map((content) => content.toString('latin1'));
  const everything = [...written, run.stdout, run.stderr].join('\n').replace(/[\s-]/g, '');
  for (const secret of secrets) assert.ok(!everything.includes(secret), 'a key was written');
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
