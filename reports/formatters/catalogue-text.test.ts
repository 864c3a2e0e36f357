import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCatalogue } from '../catalogue.ts';
import { formatCatalogueList } from './catalogue-text.ts';
import { TEXT_WIDTH } from './wrap.ts';

const catalogue = await loadCatalogue(new URL('../../features/requirements/', import.meta.url));

function idsIn(text: string): string[] {
  return [...text.matchAll(/^ {2}([A-Z]{3}-\d\d) /gm)].map(([, id = '']) => id);
}

describe('the list of the catalogue', () => {
  it('has every requirement once, under its chapter, with level, role and statement', () => {
    const text = formatCatalogueList(catalogue);
    assert.deepEqual(
      idsIn(text),
      catalogue.requirements.map(({ id }) => id),
    );
    assert.match(
      text,
      /^POP {2}The Verify device pop-up\n {2}POP-01 {2}MUST {4}app {5}The app answers a successful sign-in/m,
    );
    assert.match(text, /\n135 requirements: 107 MUST, 26 SHOULD, 2 MAY\n$/);
  });

  it('has only those of a profile, and only the chapters that they are in', () => {
    const text = formatCatalogueList(catalogue, { profile: 'otp-core' });
    assert.equal(idsIn(text).length, 33);
    assert.doesNotMatch(text, /^ACC/m);
    assert.match(text, /\n33 requirements in otp-core: \d+ MUST, \d+ SHOULD, 1 MAY\n$/);
  });

  it('puts the requirements under the sentences they rest on, and the others at the end', () => {
    const text = formatCatalogueList(catalogue, { by: 'sentence' });
    assert.match(text, /^S15 {2}“Select Next\.”\n {2}NAV-04 .*\n.*\n? {2}NAV-06/m);
    const [under = '', others = ''] = text.split('Without a sentence of the document');
    assert.equal(new Set(idsIn(text)).size, 135);
    assert.deepEqual(
      idsIn(under).filter((id) => idsIn(others).includes(id)),
      [],
    );
  });

  it('shows a sentence that no listed requirement rests on, and one that cannot be tested', () => {
    const [first] = catalogue.sentences;
    assert.ok(first);
    const untestable = { ...first, id: 'S22', testable: false, reason: 'People answer.' };
    const text = formatCatalogueList(
      { ...catalogue, sentences: [first, untestable], requirementsOf: () => [] },
      { by: 'sentence', profile: 'otp-core' },
    );
    assert.match(text, /^S1 {3}“[^”]+”\n {2}nothing listed$/m);
    assert.match(text, /^S22 {2}“[^”]+”\n {2}cannot be tested: People answer\.$/m);
  });

  it('is never wider than the page', () => {
    const text = formatCatalogueList(catalogue) + formatCatalogueList(catalogue, { by: 'sentence' });
    for (const line of text.split('\n')) assert.ok(line.length <= TEXT_WIDTH, line);
  });

  it('refuses a profile that is not there', () => {
    assert.throws(() => formatCatalogueList(catalogue, { profile: 'otp-cor' }), /Did you mean "otp-core"\?/);
  });
});
