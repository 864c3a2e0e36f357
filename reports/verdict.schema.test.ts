import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseEnvelope } from '@cucumber/messages';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { testimonyOf } from './testimony.ts';
import { LOG_01, RUN, verdictOf } from './verdict.fixture.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
ajvFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL('./verdict.schema.json', import.meta.url), 'utf8')));

function recordedVerdict() {
  const lines = readFileSync(new URL('./testimony/recorded-run.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const testimony = testimonyOf(lines.map(parseEnvelope));
  const ids = [...new Set(testimony.scenarios.flatMap((scenario) => scenario.requirements)), 'ABU-01'];
  return verdictOf([], { testimony, requirements: ids.map((id) => ({ ...LOG_01, id })), run: RUN });
}

describe('the published schema of a verdict', () => {
  it('describes a run with every kind of result', () => {
    const verdict = recordedVerdict();
    assert.ok(validate(verdict), JSON.stringify(validate.errors, null, 1));
    assert.deepEqual(verdict.counts.passed + verdict.counts.failed + verdict.counts.flaky, 4);
  });

  it('describes a run in which nothing matched', () => {
    assert.ok(validate(verdictOf([], { requirements: [] })), JSON.stringify(validate.errors));
  });

  it('refuses a verdict with a field that it does not know', () => {
    assert.equal(validate({ ...recordedVerdict(), mood: 'good' }), false);
  });
});
