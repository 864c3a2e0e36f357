import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadCatalogue } from '../catalogue.ts';
import { CatalogueFileError } from './errors.ts';

const chapter = `chapter: TST
title: A chapter
order: 1
requirements:
  - id: TST-01
    role: portal
    level: MUST
    profile: hardened
    statement: The portal answers.
    sources: [S1]
    why: Nothing works otherwise.
    observed: It is asked.
    needs: []
`;
const sentences = `sentences:
  - { id: S1, text: It answers., says: There is an answer. }
  - { id: S2, text: Ask us., says: Help is given by people., testable: false, reason: People answer. }
`;
const profiles = `profiles:
  - { id: hardened, version: 0, description: Good practice., requirements: [TST-01] }
  - { id: small, version: 1, description: One row., requirements: [TST-01] }
`;
const good: Record<string, string> = { 'tst.yaml': chapter, 'sentences.yaml': sentences, 'profiles.yaml': profiles };

async function load(t: TestContext, files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return loadCatalogue(pathToFileURL(`${folder}/`));
}

test('A good catalogue is loaded', async (t) => {
  const catalogue = await load(t, good);
  assert.deepEqual(catalogue.profile('hardened').requirementIds, ['TST-01']);
  assert.deepEqual(
    catalogue.sentences.map(({ testable }) => testable),
    [true, false],
  );
});

interface Refusal {
  title: string;
  file: keyof typeof good;
  from: string;
  to: string;
  says: RegExp;
}

const refusals: Refusal[] = [
  {
    title: 'A level in small letters',
    file: 'tst.yaml',
    from: 'level: MUST',
    to: 'level: must',
    says: /tst\.yaml:7: requirements\[0\]\.level: wanted one of MUST, SHOULD, MAY, got "must"; did you mean "MUST"\?$/,
  },
  {
    title: 'A misspelt field',
    file: 'tst.yaml',
    from: 'needs:',
    to: 'need:',
    says: /tst\.yaml:5: requirements\[0\]\.needs: wanted a value, got none; add "needs:"$/,
  },
  {
    title: 'A field that nobody knows',
    file: 'tst.yaml',
    from: 'needs: []',
    to: 'needs: []\n    readings: More.',
    says: /tst\.yaml:14: requirements\[0\]\.readings: wanted one of the fields .*; did you mean "reading"\?$/,
  },
  {
    title: 'A value of several lines, by the line of its name,',
    file: 'tst.yaml',
    from: 'sources: [S1]',
    to: 'sources:\n      first: S1\n      second: S2',
    says: /tst\.yaml:10: requirements\[0\]\.sources: wanted a list of at least one source/,
  },
  {
    title: 'A statement of half a sentence',
    file: 'tst.yaml',
    from: 'The portal answers.',
    to: 'The portal answers',
    says: /tst\.yaml:9: requirements\[0\]\.statement: wanted one testable sentence .*, got "The portal answers"$/,
  },
  {
    title: 'A requirement without a source',
    file: 'tst.yaml',
    from: '[S1]',
    to: '[]',
    says: /tst\.yaml:10: requirements\[0\]\.sources: wanted a list of at least one source/,
  },
  {
    title: 'An unknown profile in a row',
    file: 'tst.yaml',
    from: 'profile: hardened',
    to: 'profile: hardend',
    says: /tst\.yaml:8: requirements\[0\]\.profile: wanted one of .*; did you mean "hardened"\?$/,
  },
  {
    title: 'A sentence that is not in the document',
    file: 'tst.yaml',
    from: '[S1]',
    to: '[RFC 6238, S7]',
    says: /tst\.yaml:10: requirements\[0\]\.sources\[1\]: wanted a testable sentence of the document, got "S7"/,
  },
  {
    title: 'A sentence that cannot be tested',
    file: 'tst.yaml',
    from: '[S1]',
    to: '[S2]',
    says: /wanted a testable sentence of the document, got "S2"/,
  },
  {
    title: 'An id of another chapter',
    file: 'tst.yaml',
    from: 'id: TST-01',
    to: 'id: LOG-01',
    says: /tst\.yaml:5: requirements\[0\]\.id: wanted an id of chapter TST, got "LOG-01"; move the row/,
  },
  {
    title: 'A sentence that is given twice',
    file: 'sentences.yaml',
    from: 'id: S2',
    to: 'id: S1',
    says: /sentences\.yaml:3: sentences\[1\]\.id: wanted an id of its own, got "S1", which is taken$/,
  },
  {
    title: 'A sentence that cannot be tested for no reason',
    file: 'sentences.yaml',
    from: ', reason: People answer.',
    to: '',
    says: /sentences\.yaml:3: sentences\[1\]\.reason: wanted a value, got none; add "reason:"$/,
  },
  {
    title: 'A requirement that no chapter has',
    file: 'profiles.yaml',
    from: 'One row., requirements: [TST-01]',
    to: 'One row., requirements: [TST-02]',
    says: /profiles\.yaml:3: profiles\[1\]\.requirements\[0\]: wanted the id of a .*; did you mean "TST-01"\?$/,
  },
  {
    title: 'A profile that nobody can read',
    file: 'profiles.yaml',
    from: 'practice., requirements: [TST-01]',
    to: 'practice., requirements: some',
    says: /profiles\.yaml:2: profiles\[0\]\.requirements: wanted a list of at least one id, each once, got "some"$/,
  },
  {
    title: 'A profile that asks for nothing',
    file: 'profiles.yaml',
    from: 'practice., requirements: [TST-01]',
    to: 'practice., requirements: []',
    says: /profiles\.yaml:2: profiles\[0\]\.requirements: wanted a list of at least one id/,
  },
  {
    title: 'A profile that is given twice',
    file: 'profiles.yaml',
    from: 'id: small',
    to: 'id: hardened',
    says: /profiles\.yaml:3: profiles\[1\]\.id: wanted an id of its own, got "hardened", which is taken$/,
  },
  {
    title: 'A field that is given twice',
    file: 'tst.yaml',
    from: 'order: 1',
    to: 'order: 1\norder: 2',
    says: /tst\.yaml:4: wanted YAML, got Map keys must be unique/,
  },
];

for (const { title, file, from, to, says } of refusals) {
  test(`${title} is refused with its place and the likely fix`, async (t) => {
    const changed = good[file]?.replace(from, to) ?? '';
    assert.notEqual(changed, good[file]);
    await assert.rejects(load(t, { ...good, [file]: changed }), { name: 'CatalogueFileError', message: says });
  });
}

test('An id that two chapters give is refused', async (t) => {
  const twice = `${chapter}${chapter.slice(chapter.indexOf('  - id'))}`;
  await assert.rejects(load(t, { ...good, 'tst.yaml': twice }), /tst\.yaml:14: requirements\[1\]\.id: wanted an id of/);
});

test('A folder without the sentences is refused', async (t) => {
  const { 'sentences.yaml': _, ...rest } = good;
  await assert.rejects(load(t, rest), (error) => {
    assert.ok(error instanceof CatalogueFileError);
    assert.equal(error.code, 'catalogue-file');
    assert.match(error.message, /sentences\.yaml:1: wanted a file that can be read, got no such file \(ENOENT\)/);
    return true;
  });
});
