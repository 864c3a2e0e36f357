import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEP_ERRORS } from '../../reports/evidence.ts';
import { Blocked, HarnessFault, TargetGone } from '../../simulators/errors.ts';

test('what the actors throw has the names that the judgement goes by', () => {
  assert.equal(new Blocked('').name, STEP_ERRORS.blocked);
  assert.equal(new TargetGone('').name, STEP_ERRORS.targetGone);
  assert.equal(new HarnessFault('').name, STEP_ERRORS.harnessFault);
});
