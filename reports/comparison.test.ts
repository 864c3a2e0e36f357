import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from './comparison/shape.ts';
import { compare } from './comparison.ts';
import { FAILED, type ScenarioScript, SKIPPED } from './envelopes.fixture.ts';
import type { JudgeInput } from './verdict/input.ts';
import { LOG_01, RUN, verdictOf } from './verdict.fixture.ts';

const NAME = 'A phone without a device reads nothing';
const SENTENCE = 'Then every protected address refuses';

function seen(evidence: { expected?: string; seen?: string; holds?: boolean; at?: string; exchanges?: string[] }) {
  return { name: NAME, steps: [{ sentence: SENTENCE, evidence: [evidence] }] };
}

const HOLDS: ScenarioScript = seen({});
const FAILS: ScenarioScript = seen({ holds: false, seen: 'two conversations' });
const NOT_RUN: ScenarioScript = { name: NAME, steps: [{ sentence: SENTENCE, status: SKIPPED, evidence: [] }] };
const RETRIED: ScenarioScript = {
  name: NAME,
  attempts: [[{ sentence: SENTENCE, status: FAILED, evidence: [] }], [{ sentence: SENTENCE }]],
};

const KNOWN: Partial<JudgeInput> = { run: { ...RUN, knownFailures: [{ id: 'LOG-01', reason: 'promised for May' }] } };
const ABSENT: Partial<JudgeInput> = { run: { ...RUN, declaredAbsent: [{ id: 'LOG-01', reason: 'no app' }] } };
const TWO: Partial<JudgeInput> = { requirements: [LOG_01, { ...LOG_01, id: 'LOG-02' }] };

function words(changes: readonly Change[]): string[] {
  return changes.map(({ requirement, before = '-', after = '-' }) => `${requirement} ${before} -> ${after}`);
}

describe('two runs compared', () => {
  it('are the same when they are, and nothing got worse', () => {
    const { worse, differences, newlyFailing, newlyPassing, noLongerShown, otherChanges, evidence, appeared, gone } =
      compare(verdictOf([HOLDS]), verdictOf([HOLDS]));
    assert.equal(worse, false);
    assert.deepEqual([differences, newlyFailing, newlyPassing, noLongerShown, otherChanges, evidence].flat(), []);
    assert.deepEqual([appeared, gone], Array(2).fill({ requirements: [], scenarios: [] }));
  });

  it('tell what newly fails, with the reason, as worse', () => {
    const { worse, newlyFailing } = compare(verdictOf([HOLDS]), verdictOf([FAILS]));
    assert.equal(worse, true);
    assert.deepEqual(words(newlyFailing), ['LOG-01 passed -> failed']);
    assert.match(newlyFailing[0]?.reason ?? '', /seen two conversations/);
  });

  it('tell what newly passes, whether it failed or did not run before', () => {
    for (const before of [FAILS, NOT_RUN, RETRIED]) {
      const { worse, newlyPassing } = compare(verdictOf([before]), verdictOf([HOLDS]));
      assert.equal(worse, false);
      assert.equal(newlyPassing[0]?.after, 'passed');
    }
  });

  it('tell what is no longer shown as worse: not run, held only on a retry, or no longer claimed', () => {
    const afterwards = [verdictOf([NOT_RUN]), verdictOf([RETRIED]), verdictOf([HOLDS], ABSENT)];
    for (const after of afterwards) {
      const { worse, noLongerShown } = compare(verdictOf([HOLDS]), after);
      assert.equal(worse, true);
      assert.deepEqual(words(noLongerShown), [`LOG-01 passed -> ${after.requirements[0]?.status}`]);
    }
  });

  it('do not call it worse that something which failed did not run', () => {
    const { worse, otherChanges } = compare(verdictOf([FAILS]), verdictOf([NOT_RUN]));
    assert.equal(worse, false);
    assert.deepEqual(words(otherChanges), ['LOG-01 failed -> not run']);
  });

  it('count a known failure as failing: new when it held before, and new again when it is taken off the list', () => {
    const [known, failed, passed] = [verdictOf([FAILS], KNOWN), verdictOf([FAILS]), verdictOf([HOLDS])];
    assert.deepEqual(words(compare(passed, known).newlyFailing), ['LOG-01 passed -> known failure']);
    assert.deepEqual(words(compare(known, failed).newlyFailing), ['LOG-01 known failure -> failed']);
    assert.equal(compare(failed, known).worse, false);
  });

  it('tell a scenario that newly fails in a requirement that failed anyhow', () => {
    const other = { ...FAILS, name: 'Another' };
    const { worse, newlyFailing } = compare(verdictOf([other, HOLDS]), verdictOf([other, FAILS]));
    assert.equal(worse, true);
    assert.deepEqual(words(newlyFailing), ['LOG-01 holds -> does not hold']);
    assert.equal(newlyFailing[0]?.scenario, NAME);
  });

  it('tell a sentence that newly fails in a scenario that failed anyhow', () => {
    const two = (holds: boolean): ScenarioScript => ({
      name: NAME,
      steps: [
        { sentence: SENTENCE, evidence: [{ holds }] },
        { sentence: SENTENCE, evidence: [{ holds: false }] },
      ],
    });
    const { worse, newlyFailing, evidence } = compare(verdictOf([two(true)]), verdictOf([two(false)]));
    assert.equal(worse, true);
    assert.deepEqual(newlyFailing, []);
    assert.deepEqual([evidence.length, evidence[0]?.before.holds, evidence[0]?.after.holds], [1, true, false]);
  });

  it('tell evidence that holds in other words, which is not worse', () => {
    const { worse, evidence } = compare(verdictOf([seen({ seen: 'refused' })]), verdictOf([seen({ seen: 'delayed' })]));
    assert.equal(worse, false);
    assert.deepEqual(
      evidence.map(({ requirement, scenario, step, before, after }) => [
        requirement,
        scenario,
        step,
        before.seen,
        after.seen,
      ]),
      [['LOG-01', NAME, SENTENCE, 'refused', 'delayed']],
    );
  });

  it('do not compare what every run makes anew', () => {
    const one = seen({ seen: 'user-1f3a99c0 at 2026-01-15T12:00:00.000Z', at: 'then', exchanges: ['GET /a/1 200'] });
    const other = seen({ seen: 'user-77bb01de at 2027-02-01T00:00:10.000Z', at: 'now', exchanges: ['GET /a/2 200'] });
    assert.deepEqual(compare(verdictOf([one]), verdictOf([other])).evidence, []);
  });

  it('say what was not the same to begin with', () => {
    const before = verdictOf([HOLDS]);
    const after = {
      ...before,
      suite: { ...before.suite, version: '0.2.0' },
      profiles: before.profiles.map((profile) => ({ ...profile, version: '2' })),
      target: { name: 'Portal', drive: 'browser', declarations: { throttleMax: 5, nameMax: 64 } },
    };
    assert.deepEqual(compare(before, after).differences, [
      { what: 'suite', before: 'paircheck 0.1.0', after: 'paircheck 0.2.0' },
      { what: 'profiles', before: 'documented-flow 1', after: 'documented-flow 2' },
      { what: 'target', before: 'the built-in reference', after: 'Portal' },
      { what: 'drive', before: 'api', after: 'browser' },
      { what: 'declares throttleMax', before: '10', after: '5' },
      { what: 'declares nameMax', after: '64' },
    ]);
  });

  it('tell requirements that appeared or went; one that had passed and went is no longer shown', () => {
    const [one, two] = [verdictOf([HOLDS]), verdictOf([{ ...HOLDS, tags: ['@LOG-01', '@LOG-02'] }], TWO)];
    assert.deepEqual(compare(one, two).appeared.requirements, ['LOG-02']);
    assert.equal(compare(one, two).worse, false);
    assert.deepEqual(compare(two, one).gone.requirements, ['LOG-02']);
    assert.deepEqual(words(compare(two, one).noLongerShown), ['LOG-02 passed -> -']);
    assert.equal(compare(two, one).worse, true);
  });

  it('count a requirement that appears and fails as newly failing', () => {
    const two = verdictOf([HOLDS, { ...FAILS, name: 'Another', tags: ['@LOG-02'] }], TWO);
    assert.deepEqual(words(compare(verdictOf([HOLDS]), two).newlyFailing), ['LOG-02 - -> failed']);
  });

  it('tell scenarios that appeared or went', () => {
    const [one, two] = [verdictOf([HOLDS]), verdictOf([HOLDS, { ...HOLDS, name: 'Another' }])];
    const another = [{ requirement: 'LOG-01', scenario: 'Another' }];
    assert.deepEqual(compare(one, two).appeared.scenarios, another);
    assert.deepEqual(compare(two, one).gone.scenarios, another);
  });

  it('are worse when the second broke down, whatever its requirements say', () => {
    const broken = verdictOf([HOLDS], { run: { ...RUN, problems: ['the server ended'] } });
    assert.equal(compare(verdictOf([HOLDS]), broken).worse, true);
    assert.equal(compare(broken, verdictOf([HOLDS])).worse, false);
  });
});
