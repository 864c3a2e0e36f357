import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextStep } from './next-step.ts';

const INSTANT_MS = Date.UTC(2024, 2, 5);
const DEVICE = { id: 'first', name: 'Phone', secret: '', registeredAtMs: 0, lastAcceptedStep: 0 };
const situation = { factorProven: false, devices: [], nowMs: INSTANT_MS, enforcementInstantMs: INSTANT_MS };

test('from the instant on, to the millisecond, a phone without a device has to be verified', () => {
  assert.equal(nextStep({ ...situation, nowMs: INSTANT_MS - 1 }), 'nothing');
  assert.equal(nextStep(situation), 'verify-device');
  assert.equal(nextStep({ ...situation, nowMs: Date.UTC(2126, 2, 5) }), 'verify-device');
});

test('whoever has a device is asked for a code, before the instant too', () => {
  assert.equal(nextStep({ ...situation, devices: [DEVICE], nowMs: INSTANT_MS - 1 }), 'one-time-code');
  assert.equal(nextStep({ ...situation, devices: [DEVICE, DEVICE] }), 'one-time-code');
});

test('a phone that showed its device has nothing left to do', () => {
  assert.equal(nextStep({ ...situation, factorProven: true, devices: [DEVICE] }), 'nothing');
});
