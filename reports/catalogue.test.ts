import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { UnknownIdError } from './catalogue/errors.ts';
import { loadCatalogue } from './catalogue.ts';

const directory = new URL('../features/requirements/', import.meta.url);
const catalogue = await loadCatalogue(directory);
const { requirements, sentences, profiles, chapters } = catalogue;

function tally(values: string[]): Record<string, number> {
  return Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]));
}

describe('the requirements', () => {
  it('are 135, in twelve chapters that follow the flow', () => {
    assert.equal(requirements.length, 135);
    const order = ['LOG', 'POP', 'CAM', 'NAV', 'QRC', 'MAN', 'OTP', 'FLW', 'AFT', 'ABU', 'ACC', 'APP'];
    assert.deepEqual(
      chapters.map(({ id }) => id),
      order,
    );
  });

  it('are 107 MUST, 26 SHOULD and 2 MAY', () => {
    assert.deepEqual(tally(requirements.map(({ level }) => level)), { MUST: 107, MAY: 2, SHOULD: 26 });
  });

  it('are 100 for the portal, 28 for the app and 7 for both', () => {
    assert.deepEqual(tally(requirements.map(({ role }) => role)), { portal: 100, both: 7, app: 28 });
  });

  it('each say a thing of their own', () => {
    assert.equal(new Set(requirements.map(({ statement }) => statement)).size, requirements.length);
  });

  it('that the document flow is made of rest on a sentence of the document', () => {
    const flow = requirements.filter(({ profile }) => profile === 'documented-flow');
    for (const { id, sources } of flow) assert.match(sources.join(' '), /\bS\d+\b/, id);
  });
});

describe('the sentences', () => {
  it('are the whole document, word for word and in its order', async () => {
    const document = await readFile(new URL('documented-flow.txt', directory), 'utf8');
    const [, ...body] = document.split('\n').map((line) => line.replace(/^- /, ''));
    assert.equal(sentences.map(({ text }) => text).join(' '), body.join(' '));
  });

  it('each have a requirement where they can be tested', () => {
    const testable = sentences.filter((sentence) => sentence.testable);
    for (const { id } of testable) assert.notEqual(catalogue.requirementsOf(id).length, 0, id);
  });
});

const FROZEN = [
  ['documented-flow', 1, '864264a5ac5cbacb'],
  ['otp-core', 1, '2898871332ee5f56'],
  ['hardened', 1, 'c5780f30fbba8714'],
];

function digestOf(ids: string[]): string {
  return createHash('sha256').update(ids.toSorted().join(' ')).digest('hex').slice(0, 16);
}

describe('the profiles', () => {
  it('share the catalogue out among document, standards and good practice, with nothing left over', () => {
    const shares = ['documented-flow', 'otp-core', 'hardened'].flatMap((id) => catalogue.profile(id).requirementIds);
    assert.deepEqual(shares.toSorted(), requirements.map(({ id }) => id).toSorted());
  });

  it('hold the rows that are marked with them', () => {
    for (const { id, requirementIds } of profiles) {
      const marked = requirements.filter(({ profile }) => profile === id).map((requirement) => requirement.id);
      assert.deepEqual(requirementIds, marked);
    }
  });

  it('are frozen: whoever changes one raises its version, and writes both down here', () => {
    const frozen = profiles.map(({ id, version, requirementIds }) => [id, version, digestOf(requirementIds)]);
    assert.deepEqual(frozen, FROZEN);
  });
});

describe('a lookup', () => {
  it('finds a requirement with the title of its chapter', () => {
    const { chapter, level } = catalogue.requirement('QRC-05');
    assert.equal(chapter, 'The QR code: what it says, and whether a phone can read it');
    assert.equal(level, 'SHOULD');
  });

  it('finds the requirements that rest on a sentence', () => {
    const ids = catalogue.requirementsOf('S15').map(({ id }) => id);
    assert.deepEqual(ids, ['NAV-04', 'NAV-06']);
  });

  it('suggests the requirement that was probably meant', () => {
    assert.throws(() => catalogue.requirement('otp-1'), {
      name: 'UnknownIdError',
      code: 'unknown-id',
      suggestion: 'OTP-01',
      message: 'There is no requirement "otp-1". Did you mean "OTP-01"?',
    });
  });

  it('suggests the profile that was probably meant', () => {
    assert.throws(() => catalogue.profile('hardend'), /Did you mean "hardened"\?$/);
  });

  it('suggests nothing where nothing is near', () => {
    assert.throws(
      () => catalogue.profile('everything-at-once'),
      (error) => error instanceof UnknownIdError && error.suggestion === undefined,
    );
  });

  it('refuses a sentence that is not in the document', () => {
    assert.throws(() => catalogue.requirementsOf('S99'), { message: /^There is no sentence "S99"/ });
  });
});
