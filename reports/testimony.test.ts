import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Envelope, parseEnvelope } from '@cucumber/messages';
import { envelopesOf, FAILED, SKIPPED } from './envelopes.fixture.ts';
import { CAPABILITY_MEDIA_TYPE, EVIDENCE_MEDIA_TYPE } from './evidence.ts';
import type { Attempt, ScenarioTestimony } from './testimony/shape.ts';
import { testimonyOf } from './testimony.ts';

/** What cucumber-js 13.3.0 said in a run of its own, without its times and stack traces. */
function recordedRun(): Envelope[] {
  const lines = readFileSync(new URL('./testimony/recorded-run.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map(parseEnvelope);
}

function recorded(name: string): ScenarioTestimony {
  const scenario = testimonyOf(recordedRun()).scenarios.find((candidate) => candidate.name === name);
  assert.ok(scenario);
  return scenario;
}

function lastAttempt(scenario: ScenarioTestimony | undefined): Attempt {
  const attempt = scenario?.attempts.at(-1);
  assert.ok(attempt);
  return attempt;
}

describe('the testimony of a recorded run', () => {
  it('knows where a scenario stands, what it speaks of and how much evidence it owes', () => {
    const { attempts, ...scenario } = recorded('The pop-up appears');
    assert.deepEqual(scenario, {
      uri: 'features/flow.feature',
      line: 7,
      name: 'The pop-up appears',
      feature: 'Verify device',
      requirements: ['POP-01', 'POP-02'],
      expectedEvidence: 2,
    });
    const sentences = attempts[0]?.steps.map(({ keyword, text }) => `${keyword} ${text}`);
    assert.deepEqual(sentences, [
      'Given a person without a device',
      'When the phone signs in',
      'Then the pop-up "Verify device" is shown',
      'And it has two actions',
    ]);
  });

  it('takes each row of an outline as a scenario of its own, at its own line', () => {
    const rows = testimonyOf(recordedRun()).scenarios.filter(({ name }) => name === 'A wrong code is refused');
    assert.deepEqual(
      rows.map(({ line }) => line),
      [19, 20],
    );
  });

  it('keeps evidence that does not hold with its picture and its error', () => {
    const rows = testimonyOf(recordedRun()).scenarios.filter(({ name }) => name === 'A wrong code is refused');
    const step = lastAttempt(rows[1]).steps.at(-1);
    assert.equal(step?.evidence[0]?.holds, false);
    assert.equal(step?.error?.name, 'EvidenceFails');
    assert.match(step?.pictures.web ?? '', /^pictures\/\d+-web\.png$/);
  });

  it('names the error of a blocked step, and skips what follows it', () => {
    const steps = lastAttempt(recorded('Next leads on')).steps;
    assert.deepEqual(steps[1]?.error, { name: 'Blocked', message: 'no button "Next"' });
    assert.equal(steps[2]?.status, 'skipped');
  });

  it('hears of a missing capability and of failing hooks', () => {
    assert.equal(lastAttempt(recorded('The rule stays on')).missing[0]?.capability, 'clock control');
    const { hookErrors } = lastAttempt(recorded('The camera is asked for'));
    assert.deepEqual(hookErrors, [{ name: 'TypeError', message: 'x is not a function' }]);
  });

  it('tells a step that nobody wrote', () => {
    assert.equal(lastAttempt(recorded('Nobody wrote this')).steps.at(-1)?.status, 'undefined');
  });

  it('keeps every attempt of a scenario that was tried again, also inside a rule', () => {
    const { attempts, requirements } = recorded('Submit finishes');
    assert.deepEqual(requirements, ['FLW-01']);
    assert.deepEqual(
      attempts.map(({ steps }) => steps.at(-1)?.status),
      ['failed', 'passed'],
    );
  });

  it('shelves the pictures of hooks as how it looked at the end', () => {
    const testimony = testimonyOf(recordedRun());
    const path = lastAttempt(recorded('The pop-up appears')).pictures.phone;
    const picture = testimony.pictures.find((file) => file.path === path);
    assert.equal(picture?.mediaType, 'image/svg+xml');
    assert.match(Buffer.from(picture?.base64 ?? '', 'base64').toString(), /^<svg/);
  });

  it('has the scenarios that were planned and never started when the stream is cut off', () => {
    const envelopes = recordedRun();
    const firstEnd = envelopes.findIndex(({ testCaseFinished }) => testCaseFinished);
    const testimony = testimonyOf(envelopes.slice(0, firstEnd));
    assert.equal(testimony.finished, false);
    assert.equal(testimony.scenarios.length, testimonyOf(envelopes).scenarios.length);
    assert.equal(testimony.scenarios[0]?.attempts[0]?.finished, false);
    assert.deepEqual(testimony.scenarios[1]?.attempts, []);
  });
});

describe('the testimony', () => {
  it('says which attachment of ours cannot be read instead of passing over it', () => {
    const broken = { body: '{"expected":"x"}', mediaType: EVIDENCE_MEDIA_TYPE };
    const piece = { expected: 'x', seen: 'x', holds: true, at: '2026-01-15T12:00:00.000Z', exchanges: [], note: 1 };
    const noteBroken = { body: JSON.stringify(piece), mediaType: EVIDENCE_MEDIA_TYPE };
    const alsoBroken = { body: 'no JSON', mediaType: CAPABILITY_MEDIA_TYPE };
    const steps = [{ sentence: 'Then it is so', evidence: [], attachments: [broken, noteBroken, alsoBroken] }];
    const { unreadable } = lastAttempt(testimonyOf(envelopesOf([{ steps }])).scenarios[0]);
    assert.equal(unreadable.length, 3);
  });

  it('reports what went wrong outside of any scenario', () => {
    const place = { timestamp: { seconds: 0, nanos: 0 } };
    const result = { status: FAILED, duration: place.timestamp, message: 'Error: no browser' };
    const { problems } = testimonyOf([
      { parseError: { source: { uri: 'features/a.feature' }, message: '(3:1): expected: #EOF' } },
      { testRunHookFinished: { testRunHookStartedId: '1', result, ...place } },
      { testRunHookFinished: { testRunHookStartedId: '2', result: { ...result, status: SKIPPED }, ...place } },
      { testRunFinished: { success: false, message: 'out of memory', ...place } },
      { undefinedParameterType: { name: 'moment', expression: '{moment}' } },
    ]);
    assert.deepEqual(problems, [
      'a feature file cannot be read: features/a.feature: (3:1): expected: #EOF',
      'a hook of the whole run failed: Error: Error: no browser',
      'the run broke off: out of memory',
      'no parameter type {moment} is defined',
    ]);
  });
});
