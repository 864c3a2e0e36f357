import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STEP_ERRORS } from '../../reports/evidence.ts';
import { Blocked, HarnessFault, TargetGone } from '../../simulators/errors.ts';
import { AdapterFault } from '../../targets/adapter/adapter-fault.ts';

test('what the actors throw has the names that the judgement goes by', () => {
  assert.equal(new Blocked('').name, STEP_ERRORS.blocked);
  assert.equal(new TargetGone('').name, STEP_ERRORS.targetGone);
  assert.equal(new HarnessFault('').name, STEP_ERRORS.harnessFault);
  const fault = { call: 'hello', wanted: 'an answer', got: 'none came', fix: 'see why', stderr: [] };
  assert.equal(new AdapterFault('adapter', fault).name, STEP_ERRORS.adapterFault);
});
