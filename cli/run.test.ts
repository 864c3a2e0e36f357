import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import QRCode from 'qrcode';
import { ARTEFACTS } from '../reports/artefacts.fixture.ts';
import { loadManifest } from '../reports/catalogue/manifest.ts';
import { loadCatalogue } from '../reports/catalogue.ts';
import { leaksIn } from '../reports/leaks.fixture.ts';
import { seeSymbols } from '../simulators/camera/eye.ts';
import { watchForSecrets } from './canaries.fixture.ts';
import { planScenarios } from './cucumber.ts';
import {
  filesIn,
  idsWith,
  lineOf,
  paircheck,
  reportFolder,
  startPaircheck,
  startPaircheckByNpm,
  verdictIn,
} from './paircheck.fixture.ts';
import { startReference } from './reference.fixture.ts';
import { selectionOf } from './run-options.ts';
import { catalogueFolder } from './surroundings.ts';

const manifest = await loadManifest(catalogueFolder);
const catalogue = await loadCatalogue(catalogueFolder);
/** What is asked for where nothing is said. */
const { requirementIds: asked } = selectionOf(catalogue, { profile: [], account: [], only: [], out: '' });
const inBrowserAlone = new Set((await planScenarios('@needs-browser')).map(({ name }) => name));
/** The requirements of these that have a scenario which only a browser can show. */
const askedOfBrowsers = asked.filter((id) => scenariosOf(id).some((name) => inBrowserAlone.has(name)));

function scenariosOf(id: string): string[] {
  return Object.keys(manifest[id] ?? {});
}

/** The reference asks for no code there, and owes nothing of it: code-on-the-web.test.ts has a variant that does. */
const LEFT_OPEN = /^(A code (that signed|signs)|No code of .+ signs) in on the web/;

/** How much evidence all their scenarios owe together, each counted once. */
function owedBy(ids: string[]): number {
  const all = ids.flatMap((id) => Object.entries(manifest[id] ?? {}));
  const scenarios = new Map(all.filter(([name]) => !LEFT_OPEN.test(name)));
  return [...scenarios.values()].reduce((sum, owed) => sum + owed, 0);
}

async function readPicture(png: Uint8Array): Promise<string[]> {
  const symbols = await seeSymbols(png);
  return symbols.map(({ text }) => text);
}

test('the reference is conformant in a real browser: every requirement that is asked, each with all its evidence', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--out', out);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'passed'), asked);
  for (const { id, evidence } of verdict.requirements) {
    assert.deepEqual(evidence, { expected: owedBy([id]), reached: owedBy([id]), held: owedBy([id]) }, id);
  }
  const sum = `${asked.length} of ${asked.length} requirements passed, ${owedBy(asked)} of ${owedBy(asked)} pieces`;
  assert.ok(stdout.startsWith(`conformant: ${sum} of evidence\n`), stdout);
  const pictures = [...(await filesIn(out))].filter(([path]) => path.endsWith('.png'));
  assert.ok(pictures.length > 10);
  for (const [path, picture] of pictures) assert.deepEqual(await seeSymbols(picture), [], `${path} shows a QR code`);
});

test('with --drive api all but what only a browser can show is run, and that is not claimed', async () => {
  const out = await reportFolder();
  const { exitCode, stdout, stderr } = await paircheck('run', '--drive', 'api', '--out', out);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'not claimed'), askedOfBrowsers);
  assert.ok(askedOfBrowsers.length > 0);
  assert.deepEqual(
    idsWith(verdict, 'passed'),
    asked.filter((id) => !askedOfBrowsers.includes(id)),
  );
  assert.match(stdout, /^not claimed [A-Z0-9 -]+: a browser: .*: leave out --drive api$/m);
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
  assert.equal(idsWith(verdict, 'not claimed').length, asked.length - 2);
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

test('a server that ends in the middle is a harness error, and what was seen is still reported', async () => {
  const { server, flags } = await startReference();
  const out = await reportFolder();
  const { child, ended } = startPaircheck('run', '--drive', 'api', ...flags, '--out', out);
  await lineOf(child, /^ *5\/\d+/);
  await server.close();
  const { exitCode, stdout } = await ended;
  assert.equal(exitCode, 4, stdout);
  const files = [...(await filesIn(out)).keys()].join(' ');
  for (const name of ARTEFACTS) assert.ok(files.includes(name), name);
});

test('an interrupted run still writes its reports, and is incomplete', async () => {
  const out = await reportFolder();
  const { child, ended } = startPaircheck('run', '--drive', 'api', '--out', out);
  await lineOf(child, /^ *5\/\d+/);
  child.kill('SIGINT');
  const { exitCode, stdout, stderr } = await ended;
  assert.equal(exitCode, 3, stdout);
  assert.match(stdout, /^incomplete: the run was interrupted/m);
  assert.match(stdout, /^not run .*: interrupted: the run was stopped before this was through$/m);
  assert.match(stderr, /^interrupted: what was seen so far is judged$/m);
  // What does not come to its turn is no progress.
  assert.doesNotMatch(stderr, /^264\/264 /m);
  assert.equal((await verdictIn(out)).interrupted, true);
});

test('one whose npm was ended writes its reports as well, for npm hands no signal on', async () => {
  const out = await reportFolder();
  const { child, ended } = startPaircheckByNpm('run', '--drive', 'api', '--out', out);
  await lineOf(child, /^ *5\/\d+/);
  child.kill('SIGTERM');
  const { stdout } = await ended;
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
    for (const name of ARTEFACTS)
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
