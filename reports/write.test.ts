import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { ARTEFACTS } from './artefacts.fixture.ts';
import { envelopesOf } from './envelopes.fixture.ts';
import { leaksIn } from './leaks.fixture.ts';
import { type Planted, plantEverywhere } from './planted.fixture.ts';
import { testimonyOf } from './testimony.ts';
import { verdictOf } from './verdict.fixture.ts';
import { writeReports } from './write.ts';

/** A run that was interrupted. */
function interruptedRun() {
  const envelopes = envelopesOf([{ steps: [{ sentence: 'Then it is so' }] }, { attempts: [] }], false);
  const testimony = testimonyOf(envelopes);
  const verdict = verdictOf([], { testimony });
  return { verdict, material: { envelopes, pictures: testimony.pictures, secrets: [] } };
}

describe('the written reports', () => {
  let root = '';
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'paircheck-reports-'));
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('are all there for an interrupted run, under the paths that are given back', async () => {
    const { verdict, material } = interruptedRun();
    const { latest, ...paths } = await writeReports(join(root, 'first', 'one'), verdict, material);
    assert.equal(latest, join(root, 'first', 'latest'));
    const texts = await Promise.all(Object.values(paths).map((path) => readFile(path, 'utf8')));
    for (const text of texts) assert.ok(text.length > 0);
    assert.deepEqual(
      Object.values(paths)
        .map((path) => basename(path))
        .sort(),
      ARTEFACTS,
    );
    assert.deepEqual((await readdir(join(root, 'first', 'one'))).sort(), [...ARTEFACTS, 'pictures'].sort());
    assert.equal(JSON.parse(await readFile(paths.verdict, 'utf8')).outcome, 'incomplete');
  });

  it('are named in the statement by what is in them, byte for byte', async () => {
    const { verdict, material, secrets } = plantEverywhere();
    const folder = join(root, 'digests', 'one');
    const { statement } = await writeReports(folder, verdict, { ...material, secrets });
    const { document } = parseHTML(await readFile(statement, 'utf8'));
    const rows = [...document.querySelectorAll('.digests tbody tr')].map((row) => [
      row.querySelector('th')?.textContent,
      row.querySelector('td')?.textContent,
    ]);
    const named = ['verdict.json', 'messages.ndjson'].map(async (file) => [file, await digestOf(join(folder, file))]);
    assert.deepEqual(rows, await Promise.all(named));
  });

  it('are found under the name of the latest, which follows the newest run', async () => {
    const { verdict, material } = interruptedRun();
    await writeReports(join(root, 'second', 'one'), verdict, material);
    const { latest } = await writeReports(join(root, 'second', 'two'), verdict, material);
    assert.equal(await readlink(latest ?? ''), 'two');
    assert.deepEqual((await readdir(join(root, 'second'))).sort(), ['latest', 'one', 'two']);
  });

  it('leave a folder of somebody alone that has the name of the latest', async () => {
    const { verdict, material } = interruptedRun();
    await mkdir(join(root, 'third', 'latest'), { recursive: true });
    await writeFile(join(root, 'third', 'latest', 'mine.txt'), 'mine');
    const written = await writeReports(join(root, 'third', 'one'), verdict, material);
    assert.equal(written.latest, undefined);
    assert.deepEqual(await readdir(join(root, 'third', 'latest')), ['mine.txt']);
  });
});

describe('the written reports, with a secret of its own in each text that they are made of', () => {
  let root = '';
  let run: Planted;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'paircheck-canaries-'));
    run = plantEverywhere();
  });
  after(() => rm(root, { recursive: true, force: true }));

  async function leaksOf(name: string, secrets: readonly string[]) {
    const folder = join(root, name, 'run');
    await writeReports(folder, run.verdict, { ...run.material, secrets });
    const leaks = await leaksIn(await filesIn(folder), run.secrets);
    return leaks.map(({ path, secret }) => ({ path, place: run.places.get(secret) ?? secret }));
  }

  it('hold none of them', async () => {
    assert.deepEqual(await leaksOf('all', run.secrets), []);
  });

  it('would hold every one of them without redaction, and the search would find it', async () => {
    const leaks = await leaksOf('none', []);
    const found = new Set(leaks.map(({ place }) => place));
    assert.deepEqual(
      [...run.places.values()].filter((place) => !found.has(place)),
      [],
    );
    assert.deepEqual([...new Set(leaks.map(({ path }) => path))].sort(), [...ARTEFACTS, ...run.pictures].sort());
  });

  it('would hold the one that is not redacted, in each report that tells of its place', async () => {
    const expected: Record<string, string[]> = {
      'verdict.reason': ['ctrf.json', 'earl.json', 'junit.xml', 'report.html', 'statement.html', 'verdict.json'],
      'verdict.failures.0.seen': ['ctrf.json', 'earl.json', 'junit.xml', 'report.html', 'verdict.json'],
      'verdict.suite.name': [
        'badge.svg',
        'ctrf.json',
        'earl.json',
        'junit.xml',
        'report.html',
        'statement.html',
        'verdict.json',
      ],
      'verdict.target.declarations.label': ['ctrf.json', 'earl.json', 'statement.html', 'verdict.json'],
      'attachment in Base64': ['messages.ndjson'],
      drawing: ['messages.ndjson', 'pictures/1-web.svg', 'report.html'],
    };
    for (const [place, paths] of Object.entries(expected)) {
      const [secret] = [...run.places].find(([, planted]) => planted === place) ?? [];
      const leaks = await leaksOf(
        'one',
        run.secrets.filter((other) => other !== secret),
      );
      assert.deepEqual([...new Set(leaks.map((leak) => leak.place))], [place]);
      const missed = paths.filter((path) => !leaks.some((leak) => leak.path === path));
      assert.deepEqual(missed, [], place);
    }
  });
});

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** By their paths within the folder, with slashes. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (path) => {
    return [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)] as const;
  });
  return new Map(await Promise.all(read));
}
