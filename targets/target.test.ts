import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_DECLARATIONS, REFERENCE_DECLARATIONS, targetAt } from './target.ts';

const MINUTE = 60;

test('a target that declares nothing is held to the readings', () => {
  assert.deepEqual(targetAt('a portal', { portalUrl: 'http://127.0.0.1:1' }).declares, {
    enforcementEpochMs: Date.parse('2024-03-05T00:00:00Z'),
    throttleReleaseSeconds: 15 * MINUTE,
    pendingSeconds: 30 * MINUTE,
    halfLoginSeconds: 10 * MINUTE,
    windowPast: 1,
    windowFuture: 1,
  });
});

test('where the document leaves a thing open nothing is declared for anybody: not how many tries there are, nor how long a name is, nor removal, nor when a device is listed', () => {
  assert.equal(DEFAULT_DECLARATIONS.throttleMax, undefined);
  assert.equal(DEFAULT_DECLARATIONS.nameMax, undefined);
  assert.equal(DEFAULT_DECLARATIONS.devicesRemovable, undefined);
  assert.equal(DEFAULT_DECLARATIONS.listsFrom, undefined);
  assert.deepEqual(REFERENCE_DECLARATIONS, {
    throttleMax: 10,
    pendingSeconds: 15 * MINUTE,
    nameMax: 64,
    devicesRemovable: true,
    listsFrom: 'Submit',
  });
});

test('addresses that are not there are no fields, so that a target survives JSON', () => {
  const target = targetAt('a portal', { portalUrl: 'http://127.0.0.1:1', phoneApiUrl: undefined });
  assert.deepEqual(Object.keys(target).sort(), ['app', 'clock', 'declares', 'name', 'portalUrl']);
  assert.deepEqual(JSON.parse(JSON.stringify(target)), target);
  const whole = {
    portalUrl: 'http://127.0.0.1:1',
    phoneApiUrl: 'http://127.0.0.1:2',
    controlUrl: 'http://127.0.0.1:3',
  };
  assert.deepEqual(targetAt('a portal', whole), {
    name: 'a portal',
    ...whole,
    app: 'simulator',
    clock: { kind: 'http' },
    declares: DEFAULT_DECLARATIONS,
  });
});

test('an app that is a page is used in a browser, and without test controls the clock is the real one', () => {
  const { app, clock } = targetAt('a pair', { portalUrl: 'http://127.0.0.1:1', appUrl: 'http://127.0.0.1:2' });
  assert.equal(app, 'browser');
  assert.equal(clock.kind, 'real');
});
