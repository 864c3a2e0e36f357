import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare } from '../comparison.ts';
import { LOG_01, verdictOf } from '../verdict.fixture.ts';
import { comparisonText } from './comparison-text.ts';
import { sampleVerdict } from './sample.fixture.ts';
import { TEXT_WIDTH } from './wrap.ts';

const NAMES = { before: 'runs/one', after: 'runs/two' };
const SENTENCE = 'Then every protected address refuses';

function verdictSeeing(seen: string, holds: boolean) {
  return verdictOf([{ name: 'A scenario', steps: [{ sentence: SENTENCE, evidence: [{ seen, holds }] }] }]);
}

describe('a comparison as text', () => {
  it('answers first, and names both runs with what they came to', () => {
    const text = comparisonText(compare(sampleVerdict(), sampleVerdict()), NAMES);
    assert.match(text, /^nothing got worse: no change\n\n {2}before {2}runs\/one\n {10}2026-11-24T08:00:00.000Z, non-/);
    assert.match(text, /\n {2}after {3}runs\/two\n.*: 1 passed, 1 failed, /);
    assert.doesNotMatch(text, /Newly|Evidence|Only/);
  });

  it('says what newly fails with its statement and reason, and how its evidence changed', () => {
    const text = comparisonText(compare(verdictSeeing('a refusal', true), verdictSeeing('two chats', false)), NAMES);
    assert.match(text, /^worse: 1 newly failing, 1 piece of other evidence\n/);
    assert.match(text, /\nNewly failing\n {2}LOG-01 {2}passed -> failed: A phone without a registered device/);
    assert.match(text, /\n {10}expected the phone shows "Verify device"; seen two chats\n/);
    assert.match(text, /\nEvidence that changed\n {2}LOG-01 {2}A scenario\n {4}Then every protected address refuses\n/);
    assert.match(text, /\n {4}seen {5}before {2}a refusal\n {13}after {3}two chats\n/);
    assert.match(text, /\n {4}holds {4}before {2}yes\n {13}after {3}no\n/);
    assert.doesNotMatch(text, /\n {4}expected/);
  });

  it('says first what was not the same to begin with', () => {
    const one = verdictSeeing('a refusal', true);
    const other = { ...one, target: { ...one.target, drive: 'browser', declarations: {} } };
    const text = comparisonText(compare(one, other), NAMES);
    assert.match(
      text,
      /\nNot the same to begin with\n {2}drive: api -> browser\n {2}declares throttleMax: 10 -> nothing\n/,
    );
  });

  it('names what only one of them has', () => {
    const one = verdictOf([{ name: 'One' }]);
    const two = verdictOf([{ name: 'Two', tags: ['@LOG-01', '@LOG-02'] }], {
      requirements: [LOG_01, { ...LOG_01, id: 'LOG-02' }],
    });
    const text = comparisonText(compare(one, two), NAMES);
    assert.match(text, /\nNewly passing\n {2}LOG-02 {2}not asked -> passed: /);
    assert.match(text, /\nOnly after\n {2}LOG-02\n {2}LOG-01 {2}Two\n\nOnly before\n {2}LOG-01 {2}One\n$/);
  });

  it('is never wider than the page', () => {
    const text = comparisonText(compare(sampleVerdict(), verdictOf([])), NAMES);
    for (const line of text.split('\n')) assert.ok(line.length <= TEXT_WIDTH, line);
  });
});
