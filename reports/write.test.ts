import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { envelopesOf } from './envelopes.fixture.ts';
import { testimonyOf } from './testimony.ts';
import { verdictOf } from './verdict.fixture.ts';
import { writeReports } from './write.ts';

const KEY = 'JBSWY3DPEHPK3PXP';
const PICTURE = { body: `<svg><text>${KEY}</text></svg>`, mediaType: 'image/svg+xml', fileName: 'web' };
const SCRIPTS = [
  { steps: [{ sentence: 'Then it is so', evidence: [{ seen: KEY }] }], after: { attachments: [PICTURE] } },
  { name: 'Never began', attempts: [] },
];

/** A run that was interrupted, and a step that let a key through. */
function interruptedRun() {
  const envelopes = envelopesOf(SCRIPTS, false);
  const testimony = testimonyOf(envelopes);
  const verdict = verdictOf([], { testimony });
  return { verdict, material: { envelopes, pictures: testimony.pictures, secrets: [KEY] } };
}

describe('the written reports', () => {
  let root = '';
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'paircheck-reports-'));
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('are all there for an interrupted run, and hold no secret', async () => {
    const { verdict, material } = interruptedRun();
    const written = await writeReports(join(root, 'first', 'one'), verdict, material);
    const files = [written.html, written.verdict, written.junit, written.messages];
    const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
    const picture = await readFile(join(root, 'first', 'one', 'pictures', '1-web.svg'), 'utf8');
    for (const text of [...texts, picture]) {
      assert.ok(text.length > 0);
      assert.ok(!text.includes(KEY) && !text.includes(Buffer.from(KEY).toString('base64')));
    }
    assert.equal(JSON.parse(texts[1] ?? '').outcome, 'incomplete');
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
