import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import targetSchema from '../targets/target.schema.json' with { type: 'json' };
import { REFERENCE_DECLARATIONS, targetAt } from '../targets/target.ts';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';
import { catalogueFolder, projectFolder } from './surroundings.ts';
import { readTargetFile } from './target-file.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const SOURCES = { catalogue, env: { PORTAL_PASSWORD: 'from-the-environment' } };
const folder = await temporaryFolder();

async function fileOf(...lines: string[]): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.yaml`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const NAMED = ['name: Example portal 2.3', 'portalUrl: https://portal.example'];

/** Asserts that a file with these lines after its name and address is refused in a line, and gives what is said. */
async function refusal(line: number, ...lines: string[]): Promise<string> {
  const path = await fileOf(...NAMED, ...lines);
  const { message, name } = await readTargetFile(path, SOURCES).then(
    () => assert.fail('it was not refused'),
    (error: Error) => error,
  );
  assert.equal(name, 'UsageError');
  assert.ok(message.startsWith(`${path}:${line}: `), message);
  return message.slice(path.length);
}

describe('a target file', () => {
  it('needs no more than a name and the address of the portal', async () => {
    const { name, portalUrl, declares, knownFailures, absent } = await readTargetFile(await fileOf(...NAMED), SOURCES);
    assert.deepEqual([name, portalUrl], ['Example portal 2.3', 'https://portal.example']);
    assert.deepEqual([declares, knownFailures, absent], [{}, [], []]);
  });

  it('names a WebDriver server, what it is asked for, and how frames reach the app', async () => {
    const command = { command: 'mobile: injectEmulatorCameraImage', argument: 'payload' };
    const path = await fileOf(
      ...NAMED,
      'app: webdriver',
      'webdriverUrl: http://127.0.0.1:4723',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: so it is written in a target file
      'capabilities: { "appium:app": /apps/chatter.apk, "cloud:options": { key: "${PORTAL_PASSWORD}" } }',
      'frames: { command: "mobile: injectEmulatorCameraImage", argument: payload }',
    );
    const { app, webdriverUrl, capabilities, frames } = await readTargetFile(path, SOURCES);
    assert.deepEqual([app, webdriverUrl, frames], ['webdriver', 'http://127.0.0.1:4723', command]);
    const key = 'from-the-environment';
    assert.deepEqual(capabilities, { 'appium:app': '/apps/chatter.apk', 'cloud:options': { key } });
  });

  for (const [line, said, ...lines] of [
    [3, /no "webdriverUrl:"/, 'app: webdriver'],
    [3, /capabilities: wanted it beside app: webdriver/, 'capabilities: { platformName: iOS }'],
    [4, /frames: wanted page with the address of the page/, 'webdriverUrl: http://127.0.0.1:1', 'frames: page'],
    [4, /frames/, 'webdriverUrl: http://127.0.0.1:1', 'frames: { command: "mobile: x" }'],
    [4, /frames/, 'webdriverUrl: http://127.0.0.1:1', 'frames: pages'],
    [3, /webdriverUrl: wanted/, 'webdriverUrl: 127.0.0.1:4723'],
    [3, /did you mean "webdriverUrl"/, 'webDriverUrl: http://127.0.0.1:4723'],
  ] as [number, RegExp, ...string[]][]) {
    it(`does not say of a WebDriver server: ${lines.join('; ')}`, async () => {
      assert.match(await refusal(line, ...lines), said);
    });
  }

  it('declares in the units that people write', async () => {
    const path = await fileOf(
      ...NAMED,
      'declares:',
      '  enforcementInstant: 2024-03-05T00:00:00+01:00',
      '  throttleMax: 5',
      '  throttleReleaseMinutes: 0.5',
      '  pendingMinutes: 20',
      '  halfLoginMinutes: 3',
      '  nameMax: 40',
      '  windowPast: 2',
      '  windowFuture: 0',
      '  devicesRemovable: false',
    );
    assert.deepEqual((await readTargetFile(path, SOURCES)).declares, {
      enforcementEpochMs: Date.UTC(2024, 2, 4, 23),
      throttleMax: 5,
      throttleReleaseSeconds: 30,
      pendingSeconds: 1200,
      halfLoginSeconds: 180,
      nameMax: 40,
      windowPast: 2,
      windowFuture: 0,
      devicesRemovable: false,
    });
  });

  it('may be empty below declares, and a date alone is its midnight in UTC', async () => {
    assert.deepEqual((await readTargetFile(await fileOf(...NAMED, 'declares: {}'), SOURCES)).declares, {});
    const dated = await fileOf(...NAMED, 'declares: { enforcementInstant: 2024-03-05 }');
    assert.deepEqual((await readTargetFile(dated, SOURCES)).declares, { enforcementEpochMs: Date.UTC(2024, 2, 5) });
  });

  it('is refused for an unknown field, with its line and the likely one', async () => {
    assert.match(await refusal(3, 'portalURL: https://portal.example'), /got "portalURL"; did you mean "portalUrl"\?/);
    const inside = await refusal(4, 'declares:', '  throtleMax: 5', '  nameMax: 40');
    assert.match(inside, /declares\.throtleMax: .*did you mean "throttleMax"\?/);
    assert.match(await refusal(4, 'absent:', '  - { id: AFT-03, why: no }'), /absent\[0\]\.(reason|why): wanted/);
  });

  it('is refused for a requirement that is not in the catalogue, in either list', async () => {
    const known = await refusal(5, 'knownFailures:', '  - { id: OTP-13, reason: a }', '  - { id: OTP-99, reason: b }');
    assert.match(
      known,
      /knownFailures\[1\]\.id: wanted the id of a requirement, got "OTP-99"; did you mean "OTP-09"\?/,
    );
    assert.match(await refusal(4, 'absent:', '  - id: otp-13', '    reason: a'), /did you mean "OTP-13"\?/);
  });

  it('is refused for a requirement that is listed twice, since one reason would be lost', async () => {
    const lists = ['knownFailures:', '  - { id: OTP-13, reason: a }', 'absent:', '  - { id: OTP-13, reason: b }'];
    assert.match(await refusal(6, ...lists), /"OTP-13", which stands in knownFailures already; take one of them off/);
  });

  it('is refused for an entry without a reason', async () => {
    assert.match(await refusal(4, 'absent:', '  - id: AFT-03'), /absent\[0\]\.reason: wanted a value/);
    assert.match(await refusal(5, 'absent:', '  - id: AFT-03', '    reason: " "'), /wanted why, for whoever reads/);
  });

  it('is refused for a declaration that the reading of a requirement does not allow', async () => {
    const declaring = (line: string) => refusal(4, 'declares:', `  ${line}`);
    assert.match(await declaring('throttleMax: 101'), /wanted a whole number from 1 to 100.*got 101/);
    assert.match(await declaring('pendingMinutes: 31'), /at most 30, got 31/);
    assert.match(await declaring('nameMax: 31'), /wanted a whole number from 32.*got 31/);
    assert.match(await declaring('windowPast: 3'), /wanted 0, 1 or 2.*got 3/);
    assert.match(await declaring('devicesRemovable: maybe'), /wanted true or false.*got "maybe"/);
    assert.match(await declaring('enforcementInstant: soon'), /wanted the instant from which.*got "soon"/);
    const late = await declaring('enforcementInstant: 2024-03-05T12:00:01Z');
    assert.match(late, /wanted when 5 March 2024 begins somewhere: .*got "2024-03-05T12:00:01Z"; leave it out/);
    assert.match(await declaring('enforcementInstant: 2024-03-99'), /wanted when 5 March 2024 begins/);
  });

  it('is refused when it is no YAML, says no name, or has an address that is none', async () => {
    assert.match(await refusal(3, 'portalUrl: http://again'), /wanted YAML, got Map keys must be unique/);
    const nameless = await fileOf('portalUrl: https://portal.example');
    await assert.rejects(readTargetFile(nameless, SOURCES), /:1: name: wanted a value, got none; add "name:"/);
    assert.match(await refusal(3, 'controlUrl: localhost:81'), /controlUrl: wanted the address of its test controls/);
    assert.match(await refusal(3, 'controlUrl: http://a b'), /controlUrl: wanted/);
    await assert.rejects(readTargetFile(await fileOf(''), SOURCES), /wanted a target file: what is under test/);
  });
});

test('the example of the guide is a target file, and declares what the reference does', async () => {
  const guide = await readFile(new URL('docs/target-file.md', projectFolder), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const { declares, knownFailures, absent } = await readTargetFile(await fileOf(example), SOURCES);
  const silent = targetAt('a portal', { portalUrl: 'http://127.0.0.1:9000' }).declares;
  assert.deepEqual(declares, { ...silent, ...REFERENCE_DECLARATIONS });
  assert.deepEqual([knownFailures.length, absent.length], [1, 1]);
});

test('the guide names every field of the schema, and each of its examples is read', async () => {
  const guide = await readFile(new URL('docs/target-file.md', projectFolder), 'utf8');
  const named = new Set([...guide.matchAll(/^(\w+):|`(\w+)`/gm)].map(([, asField, inText]) => asField ?? inText));
  assert.deepEqual(
    Object.keys(targetSchema.properties).filter((field) => !named.has(field)),
    [],
  );
  const [, ...examples] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  assert.ok(examples.length >= 7);
  for (const example of examples) await readTargetFile(await fileOf(...NAMED, example), SOURCES);
});

test('the schema names every declaration that a target can make', async () => {
  const declared = Object.keys(targetSchema.properties.declares.properties);
  const silent = targetAt('a portal', { portalUrl: 'http://127.0.0.1:9000' }).declares;
  assert.equal(declared.length, Object.keys({ ...silent, ...REFERENCE_DECLARATIONS }).length);
});

test('a target file that is not there is refused with 2', async () => {
  const { exitCode, stdout, stderr } = await paircheck('run', 'no-such.yaml');
  assert.equal(exitCode, 2);
  assert.match(stderr, /no-such\.yaml:1: wanted a file that can be read, got no such file \(ENOENT\)/);
  assert.equal(stdout, '');
});

test('a target file says where the portal is, what it is called, and what is expected of it', async (t) => {
  const addresses = await startTestReference(t);
  const target = await fileOf(
    'name: Example portal 2.3',
    ...addresses,
    'declares:',
    '  throttleReleaseMinutes: 15',
    'absent:',
    '  - { id: OTP-13, reason: it is a demonstration }',
  );
  const out = await reportFolder();
  const ids = ['--only', 'OTP-13', '--only', 'FLW-05'];
  const { exitCode, stdout, stderr } = await paircheck('run', target, '--drive', 'api', ...ids, '--out', out);
  assert.equal(exitCode, 0, stdout + stderr);
  const verdict = await verdictIn(out);
  assert.equal(verdict.target.name, 'Example portal 2.3');
  assert.equal(verdict.target.declarations.throttleReleaseSeconds, 900);
  assert.deepEqual(idsWith(verdict, 'passed'), ['FLW-05']);
  const absent = verdict.requirements.find(({ id }) => id === 'OTP-13');
  assert.deepEqual([absent?.status, absent?.reason], ['not claimed', 'declared absent: it is a demonstration']);
});

test('what is declared is expected: another number of tries fails by the requirement on guessing', async (t) => {
  const addresses = await startTestReference(t);
  const target = await fileOf('name: Example portal', ...addresses, 'declares: { throttleMax: 7 }');
  const out = await reportFolder();
  const { exitCode, stdout } = await paircheck('run', target, '--drive', 'api', '--only', 'ABU-01', '--out', out);
  assert.equal(exitCode, 1, stdout);
  assert.deepEqual(idsWith(await verdictIn(out), 'failed'), ['ABU-01']);
  assert.match(stdout, /again +npm run paircheck -- run --only ABU-01 \S+\.yaml --drive api/);
});

test('a known failure is run and told and does not make the run red; one that holds by now does', async (t) => {
  const addresses = await startTestReference(t, { secretSource: () => Buffer.from('the same key for all') });
  const lists = ['knownFailures:', '  - { id: QRC-04, reason: promised for May }'];
  const known = await fileOf('name: Example portal', ...addresses, ...lists);
  const out = await reportFolder();
  const first = await paircheck('run', known, '--drive', 'api', '--only', 'QRC-04', '--out', out);
  assert.equal(first.exitCode, 0, first.stdout);
  assert.match(first.stdout, /known failure QRC-04: promised for May/);
  const stale = await fileOf('name: Example portal', ...addresses, ...lists, '  - { id: FLW-05, reason: old }');
  const second = await paircheck('run', stale, '--drive', 'api', '--only', 'FLW-05', '--out', out);
  assert.equal(second.exitCode, 1);
  assert.match(second.stdout, /^non-conformant: FLW-05 is listed as known failure, yet everything holds: take it off/m);
  assert.deepEqual((await verdictIn(out)).staleKnownFailures, ['FLW-05']);
});

test('a flag comes before its field of the file', async (t) => {
  const addresses = await startTestReference(t);
  const target = await fileOf('name: Example portal', 'portalUrl: http://127.0.0.1:1', ...addresses.slice(1));
  const portalUrl = addresses[0]?.replace('portalUrl: ', '') ?? '';
  const out = await reportFolder();
  const flags = ['--portal-url', portalUrl, '--phone-api-url', portalUrl];
  const { exitCode, stdout } = await paircheck(
    'run',
    target,
    ...flags,
    '--drive',
    'api',
    '--only',
    'FLW-05',
    '--out',
    out,
  );
  assert.equal(exitCode, 0, stdout);
  assert.equal((await verdictIn(out)).target.name, `Example portal at ${portalUrl}`);
});
