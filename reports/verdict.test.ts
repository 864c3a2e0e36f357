import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { envelopesOf, PASSED, type ScenarioScript, SKIPPED, type StepScript } from './envelopes.fixture.ts';
import { CAPABILITY_MEDIA_TYPE } from './evidence.ts';
import { testimonyOf } from './testimony.ts';
import type { Level, RunVerdict } from './verdict/shape.ts';
import { LOG_01, RUN, verdictOf } from './verdict.fixture.ts';

const HOLDS: ScenarioScript = {
  steps: [{ sentence: 'When the phone signs in' }, { sentence: 'Then nothing is read' }],
};
const REFUTED: StepScript = {
  sentence: 'Then nothing is read',
  evidence: [{ holds: false, expected: 'no account data', seen: 'two conversations' }],
  error: { type: 'EvidenceFails', message: 'expected no account data' },
};
const SKIPPED_THEN: StepScript = { sentence: 'Then nothing is read', status: SKIPPED };
const FAILS: ScenarioScript = { steps: [{ sentence: 'When the phone signs in' }, REFUTED] };
const MISSING = JSON.stringify({ capability: 'clock control', provide: 'say "clock: http" in the target file' });
const LACKS: ScenarioScript = {
  before: { status: SKIPPED, attachments: [{ body: MISSING, mediaType: CAPABILITY_MEDIA_TYPE }] },
  steps: [SKIPPED_THEN],
};

/** A scenario whose first step ends early with the named error. */
function endsEarly(type: string, message: string): ScenarioScript {
  return { steps: [{ sentence: 'When Next is selected', error: { type, message } }, SKIPPED_THEN] };
}

function summary(verdict: RunVerdict): [string, number, string | undefined] {
  return [verdict.outcome, verdict.exitCode, verdict.requirements[0]?.status];
}

function also(id: string, level: Level = 'MUST') {
  return { requirements: [LOG_01, { ...LOG_01, id, level }] };
}

describe('the manifest', () => {
  const owes = (scenarios: Record<string, number>) => ({ manifest: { 'LOG-01': scenarios } });

  it('asks for a scenario that is not there', () => {
    const verdict = verdictOf([{ ...HOLDS, name: 'told' }], owes({ told: 1, 'not told': 3 }));
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
    assert.equal(verdict.requirements[0]?.reason, '"not told" was not run');
    assert.deepEqual(verdict.evidence, { expected: 4, reached: 1, held: 1 });
  });

  it('says what was left out by a tag expression', () => {
    const changes = { ...owes({ told: 1, 'not told': 3 }), run: { ...RUN, tags: '@quick' } };
    const verdict = verdictOf([{ ...HOLDS, name: 'told' }], changes);
    assert.equal(verdict.requirements[0]?.reason, '"not told" was left out by --tags "@quick"');
  });

  it('notices a Then that was taken away', () => {
    const verdict = verdictOf([{ ...HOLDS, name: 'told' }], owes({ told: 2 }));
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
    assert.equal(verdict.requirements[0]?.reason, '"told" owes 2 pieces of evidence, and asks for 1');
  });

  it('never hides that something does not hold', () => {
    const verdict = verdictOf([{ ...FAILS, name: 'told' }], owes({ told: 2, 'not told': 1 }));
    assert.deepEqual(summary(verdict), ['non-conformant', 1, 'failed']);
  });

  it('makes a scenario that it does not know a harness error', () => {
    const verdict = verdictOf([{ ...HOLDS, name: 'told' }], owes({}));
    assert.deepEqual(summary(verdict), ['harness error', 4, 'passed']);
    assert.match(verdict.reason, /the manifest knows no such scenario of LOG-01/);
  });
});

describe('what the document leaves open', () => {
  const none = JSON.stringify({ capability: 'removal', provide: 'it has none', because: 'left open' });
  const chosen = JSON.stringify({ capability: 'browser', provide: 'leave out --drive api', because: 'left out' });
  const lacking = (body: string): ScenarioScript => ({
    before: { status: SKIPPED, attachments: [{ body, mediaType: CAPABILITY_MEDIA_TYPE }] },
    steps: [SKIPPED_THEN],
  });

  it('is not claimed where nothing else is asked', () => {
    const verdict = verdictOf([lacking(none), { ...HOLDS, tags: ['@POP-04'] }], also('POP-04'));
    assert.deepEqual(summary(verdict), ['conformant', 0, 'not claimed']);
    assert.equal(verdict.requirements[0]?.reason, 'removal: it has none');
    assert.deepEqual(verdict.evidence, { expected: 1, reached: 1, held: 1 });
  });

  it('does not keep the rest of a requirement from being judged', () => {
    assert.deepEqual(summary(verdictOf([lacking(none), HOLDS])), ['conformant', 0, 'passed']);
    assert.deepEqual(summary(verdictOf([lacking(none), FAILS])), ['non-conformant', 1, 'failed']);
  });

  it('is told from what was left out by choice, of which no part is claimed', () => {
    const verdict = verdictOf([lacking(chosen), HOLDS, { ...HOLDS, tags: ['@POP-04'] }], also('POP-04'));
    assert.deepEqual(summary(verdict), ['conformant', 0, 'not claimed']);
    assert.match(verdict.reason, /^1 of 1 requirement passed, 1 not claimed/);
    assert.deepEqual(summary(verdictOf([lacking(chosen), FAILS])), ['non-conformant', 1, 'failed']);
  });

  it('leaves nothing conformant when nothing else was shown', () => {
    assert.deepEqual(summary(verdictOf([lacking(none)])), ['incomplete', 3, 'not claimed']);
  });
});

describe('a run', () => {
  it('is conformant when every owed piece of evidence was recorded and holds', () => {
    const verdict = verdictOf([HOLDS]);
    assert.deepEqual(summary(verdict), ['conformant', 0, 'passed']);
    assert.equal(verdict.reason, '1 of 1 requirement passed, 1 of 1 piece of evidence');
    assert.deepEqual(verdict.evidence, { expected: 1, reached: 1, held: 1 });
  });

  it('is non-conformant when evidence of a MUST does not hold', () => {
    const verdict = verdictOf([HOLDS, FAILS]);
    assert.deepEqual(summary(verdict), ['non-conformant', 1, 'failed']);
    assert.equal(verdict.reason, '1 of 1 requirement failed (LOG-01)');
  });

  it('stays conformant, and says so, when only a SHOULD or a MAY is not met', () => {
    const unmet: [Level, string][] = [
      ['SHOULD', 'warned'],
      ['MAY', 'informed'],
    ];
    for (const [level, status] of unmet) {
      const verdict = verdictOf([HOLDS, { ...FAILS, tags: ['@POP-04'] }], also('POP-04', level));
      assert.equal(verdict.outcome, 'conformant');
      assert.equal(verdict.requirements[1]?.status, status);
      assert.equal(verdict.reason, `1 of 2 requirements passed, 1 ${status}, 2 of 2 pieces of evidence`);
    }
    const alone = verdictOf([FAILS], { requirements: [{ ...LOG_01, level: 'SHOULD' }] });
    assert.match(alone.reason, /^nothing at level MUST was asked for, 0 of 1 requirement passed, 1 warned/);
  });

  it('is a harness error when the target went away, and still lists what had failed', () => {
    const verdict = verdictOf(
      [FAILS, { ...endsEarly('TargetGone', 'connection refused'), tags: ['@POP-04'] }],
      also('POP-04'),
    );
    assert.deepEqual(summary(verdict), ['harness error', 4, 'failed']);
    assert.match(verdict.reason, /: connection refused.*failed already: LOG-01/);
    assert.equal(verdict.failures.length, 1);
    assert.equal(verdict.requirements[1]?.status, 'not run');
  });

  it('is a harness error when steps are unwritten, hooks break, or anything unknown is thrown', () => {
    const broken: ScenarioScript[] = [
      endsEarly('TypeError', 'x is not a function'),
      { ...HOLDS, after: { error: { type: 'Error', message: 'no picture' } } },
      { steps: [{ ...REFUTED, evidence: [] }] },
      { steps: [{ sentence: 'Then nothing is read', evidence: [{}, {}] }] },
      { steps: [{ sentence: 'When it acts', evidence: [{}] }, { sentence: 'Then nothing is read' }] },
    ];
    for (const script of broken) assert.deepEqual(summary(verdictOf([script])), ['harness error', 4, 'not run']);
  });

  it('is a harness error when something broke outside of the scenarios', () => {
    const verdict = verdictOf([HOLDS], { run: { ...RUN, problems: ['the reference ended with code 1'] } });
    assert.equal(verdict.outcome, 'harness error');
  });

  it('is a harness error when a scenario speaks of no requirement, for its failure would go unseen', () => {
    assert.equal(verdictOf([HOLDS, { ...FAILS, tags: ['@wip'] }]).outcome, 'harness error');
  });

  it('is incomplete when it was interrupted, with the scenarios that were not reached named', () => {
    const interrupted = [HOLDS, { ...HOLDS, name: 'The second', attempts: [] }];
    const verdict = verdictOf([], { testimony: testimonyOf(envelopesOf(interrupted, false)) });
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
    assert.equal(verdict.interrupted, true);
    assert.equal(verdict.requirements[0]?.reason, 'interrupted: "The second" was cut off before it began');
  });

  it('says of what it has not come to that it was interrupted, and of half a requirement that it is not the whole', () => {
    const body = JSON.stringify({ capability: 'interrupted', provide: 'the run was stopped', because: 'interrupted' });
    const before = { status: SKIPPED, attachments: [{ body, mediaType: CAPABILITY_MEDIA_TYPE }] };
    const cutOff: ScenarioScript = { name: 'The second', before, steps: [SKIPPED_THEN] };
    const verdict = verdictOf([HOLDS, cutOff], { run: { ...RUN, interrupted: true } });
    assert.equal(verdict.requirements[0]?.reason, 'interrupted: the run was stopped');
    assert.equal(verdict.requirements[0]?.scenarios[1]?.outcome, 'interrupted');
    assert.match(verdict.reason, /; no requirement was shown as a whole, with 1 of 2 pieces of evidence reached$/);
    assert.match(verdictOf([cutOff]).reason, /^nothing ran, so nothing is shown$/);
  });

  it('is incomplete when it was interrupted, even where all that was asked had passed', () => {
    const verdict = verdictOf([HOLDS], { run: { ...RUN, interrupted: true } });
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'passed']);
  });

  it('tells the line that runs all of it again, with what was chosen and in the same order', () => {
    const chosen = { flags: ['my target.yaml', '--drive', 'api'], only: ['LOG-01'], tags: '@a or @b', seed: 7 };
    const { again } = verdictOf([FAILS], { run: { ...RUN, ...chosen } });
    const flags = "'my target.yaml' --drive api --only LOG-01 --tags '@a or @b' --seed 7";
    assert.equal(again, `npm run paircheck -- run ${flags}`);
  });

  it('quotes the document and the line that runs a failure again, with the flags of the run', () => {
    const [failure] = verdictOf([FAILS], { run: { ...RUN, flags: ['my target.yaml', '--drive', 'api'] } }).failures;
    assert.equal(failure?.again, "npm run paircheck -- run --only LOG-01 'my target.yaml' --drive api");
    assert.deepEqual(
      failure?.sentences.map(({ id }) => id),
      ['S3'],
    );
    assert.equal(failure?.location, 'features/flow.feature:3');
    assert.equal(failure?.step, 'Then nothing is read');
  });

  it('survives JSON unchanged', () => {
    const verdict = verdictOf([FAILS, LACKS]);
    assert.deepEqual(JSON.parse(JSON.stringify(verdict)), verdict);
  });
});

describe('a requirement', () => {
  it('is not run where the implementation did not offer what a step needs', () => {
    const { requirements, outcome } = verdictOf([endsEarly('Blocked', 'no button "Next"')]);
    assert.equal(outcome, 'incomplete');
    assert.equal(requirements[0]?.reason, 'blocked at "When Next is selected": no button "Next"');
  });

  it('is not run where a capability is missing, and says how to provide it', () => {
    const [requirement] = verdictOf([LACKS]).requirements;
    assert.equal(requirement?.reason, 'needs clock control: say "clock: http" in the target file');
  });

  it('tells of what is blocked, too, where something else cannot be done', () => {
    const [requirement] = verdictOf([endsEarly('Blocked', 'no button "Next"'), LACKS]).requirements;
    assert.match(
      requirement?.reason ?? '',
      /^needs clock control.*; besides, blocked at "When Next .*no button "Next"$/,
    );
  });

  it('fails on evidence that does not hold even when other scenarios were blocked or lack something', () => {
    const verdict = verdictOf([endsEarly('Blocked', 'no button "Next"'), LACKS, FAILS]);
    assert.deepEqual(summary(verdict), ['non-conformant', 1, 'failed']);
  });

  it('fails on evidence that does not hold even when its step forgot to throw', () => {
    const silent: StepScript = { ...REFUTED, status: PASSED };
    delete silent.error;
    assert.deepEqual(summary(verdictOf([{ steps: [silent] }])), ['non-conformant', 1, 'failed']);
  });

  it('is not claimed outside of the selection or where the target declares it absent', () => {
    const run = {
      ...RUN,
      selection: { ids: ['LOG-01', 'POP-04'], by: '--only' },
      declaredAbsent: [{ id: 'POP-04', reason: 'no camera' }],
    };
    const rows = ['POP-04', 'OTP-01'].map((id) => ({ ...LOG_01, id }));
    const verdict = verdictOf([HOLDS], { requirements: [LOG_01, ...rows], run });
    assert.equal(verdict.outcome, 'conformant');
    assert.equal(verdict.counts['not claimed'], 2);
    assert.equal(verdict.requirements[1]?.reason, 'declared absent: no camera');
  });

  it('is a known failure where the target lists it, and the run says so', () => {
    const run = { ...RUN, knownFailures: [{ id: 'LOG-01', reason: 'fixed in the next release' }] };
    const verdict = verdictOf([FAILS, { ...HOLDS, tags: ['@POP-04'] }], { ...also('POP-04'), run });
    assert.deepEqual(summary(verdict), ['conformant', 0, 'known failure']);
    assert.match(verdict.reason, /^but for 1 known failure \(LOG-01\), 1 of 2 requirements passed/);
    assert.equal(verdict.requirements[0]?.reason, 'fixed in the next release');
  });

  it('makes the run red when it is listed as known failure although everything holds', () => {
    const run = { ...RUN, knownFailures: [{ id: 'LOG-01', reason: 'fixed in the next release' }] };
    const verdict = verdictOf([HOLDS], { run });
    assert.deepEqual(summary(verdict), ['non-conformant', 1, 'passed']);
    assert.match(verdict.reason, /LOG-01 is listed as known failure, yet everything holds/);
  });
});

describe('a scenario', () => {
  it('a Then without evidence is not passed, however green Cucumber has it', () => {
    const steps = [{ sentence: 'Then one thing' }, { sentence: 'Then another', evidence: [] }];
    const verdict = verdictOf([{ steps }]);
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
    assert.equal(verdict.requirements[0]?.reason, 'evidence 1 of 2 reached in "A scenario"');
  });

  it('a scenario without a Then never passes', () => {
    const verdict = verdictOf([HOLDS, { name: 'Only acts', steps: [{ sentence: 'When the phone signs in' }] }]);
    assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
    assert.equal(verdict.requirements[0]?.reason, '"Only acts" has no Then, so it shows nothing');
  });
});
