import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ListingOptions, listingOf } from '../catalogue/listing.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { loadCatalogue } from '../catalogue.ts';
import { LOG_01, verdictOf } from '../verdict.fixture.ts';
import { listingText } from './listing-text.ts';
import { TEXT_WIDTH } from './wrap.ts';

const catalogue = await loadCatalogue(new URL('../../features/requirements/', import.meta.url));

/** A run that asked for two requirements, of which the first has passed and the second has no scenario. */
const results = verdictOf([{ name: 'A scenario' }], { requirements: [LOG_01, { ...LOG_01, id: 'LOG-02' }] });

function text(options: ListingOptions, of: Catalogue = catalogue): string {
  return listingText(listingOf(of, options));
}

function idsIn(list: string): string[] {
  return [...list.matchAll(/^ {2}([A-Z]{3}-\d\d) /gm)].map(([, id = '']) => id);
}

describe('a listing of the catalogue', () => {
  it('has every requirement once, under its chapter, with level, role and statement', () => {
    assert.deepEqual(
      idsIn(text({})),
      catalogue.requirements.map(({ id }) => id),
    );
    assert.match(
      text({}),
      /^POP {2}The Verify device pop-up\n {2}POP-01 {2}MUST {4}app {5}The app answers a successful sign-in/m,
    );
    assert.match(text({}), /\n135 requirements: 107 MUST, 26 SHOULD, 2 MAY\n$/);
  });

  it('has only those of a profile, and only the chapters that they are in', () => {
    const list = text({ profile: 'otp-core' });
    assert.equal(idsIn(list).length, 33);
    assert.doesNotMatch(list, /^ACC/m);
    assert.match(list, /\n33 requirements in otp-core: \d+ MUST, \d+ SHOULD, 1 MAY\n$/);
  });

  it('puts the requirements under the sentences they rest on, and the others at the end', () => {
    const list = text({ by: 'sentence' });
    assert.match(list, /^S15 {2}“Select Next\.”\n {2}NAV-04 .*\n.*\n? {2}NAV-06/m);
    const [under = '', others = ''] = list.split('Without a sentence of the document');
    assert.equal(new Set(idsIn(list)).size, 135);
    assert.deepEqual(
      idsIn(under).filter((id) => idsIn(others).includes(id)),
      [],
    );
  });

  it('shows a sentence that no listed requirement rests on, and one that cannot be tested', () => {
    const [first] = catalogue.sentences;
    assert.ok(first);
    const untestable = { ...first, id: 'S22', testable: false, reason: 'People answer.' };
    const made = { ...catalogue, sentences: [first, untestable], requirementsOf: () => [] };
    const list = text({ by: 'sentence', profile: 'otp-core' }, made);
    assert.match(list, /^S1 {3}“[^”]+”\n {2}nothing listed$/m);
    assert.match(list, /^S22 {2}“[^”]+”\n {2}cannot be tested: People answer\.$/m);
  });

  it('is never wider than the page', () => {
    const lists = [text({}), text({ by: 'sentence' }), text({ results }), text({ by: 'sentence', results })];
    for (const line of lists.join('').split('\n')) assert.ok(line.length <= TEXT_WIDTH, line);
  });

  it('refuses a profile that is not there', () => {
    assert.throws(() => text({ profile: 'otp-cor' }), /Did you mean "otp-core"\?/);
  });
});

describe('a listing with the results of a run', () => {
  it('says of which run they are', () => {
    assert.match(
      text({ results }),
      /^Results of 2026-11-24T08:00:00.000Z: documented-flow 1 on the built-in reference/,
    );
  });

  it('leads from a sentence to its requirements and what each came to, with the reason', () => {
    const list = text({ by: 'sentence', results });
    const [under = ''] = list.slice(list.indexOf('\nS1 ')).split('\nS2 ');
    assert.match(under, /\n {2}LOG-01 {2}MUST {4}portal {2}passed {9}From the enforcement instant on/);
    assert.match(under, /\n {2}LOG-02 {2}MUST {4}portal {2}not run [\s\S]*?\n {41}why: no scenario yet\n/);
    assert.match(under, /\n {2}LOG-03 {2}MAY {5}portal {2}not asked /);
  });

  it('leads back from a requirement to the sentences that it rests on', () => {
    assert.match(text({ results }), /\n {2}LOG-01 [\s\S]*?\n {41}rests on S1, S3\n {2}LOG-02 /);
  });

  it('sums up what they came to, and which sentences have passed as far as they were asked', () => {
    assert.match(
      text({ by: 'sentence', results }),
      /\nresults: 1 passed, 1 not run, 133 not asked\nsentences: \d of 21 /,
    );
    const passed = verdictOf([{ name: 'A scenario' }]);
    const sum = text({ by: 'sentence', results: passed }).split('sentences: ')[1] ?? '';
    assert.doesNotMatch(sum, /not: .*\bS1\b/);
    assert.match(sum, /not: .*\bS2\b/, 'of S2 nothing was asked, so that nothing is shown of it');
    assert.match(text({ by: 'sentence', results }).split('sentences: ')[1] ?? '', /not: S1, /);
  });

  it('is data as well', () => {
    const listing = listingOf(catalogue, { by: 'sentence', profile: 'documented-flow', results });
    assert.equal(listing.run?.outcome, 'incomplete');
    const [first] = listing.groups;
    assert.deepEqual([first?.id, first?.title], ['S1', catalogue.sentences[0]?.text]);
    const row = first?.requirements.find(({ id }) => id === 'LOG-02');
    assert.deepEqual([row?.result, row?.reason, row?.sentences.includes('S1')], ['not run', 'no scenario yet', true]);
  });
});
