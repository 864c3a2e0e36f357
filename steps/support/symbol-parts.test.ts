import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, isDeviceAlone, labelOf, parametersOf } from './symbol-parts.ts';

test('the parts of a key URI are what stands between its signs', () => {
  const text = 'otpauth://totp/Acme:a%2Fb?secret=AAAA&issuer=Ac%20me&note=1=2';
  assert.equal(labelOf(text), 'Acme:a%2Fb');
  assert.deepEqual(parametersOf(text), [
    ['secret', 'AAAA'],
    ['issuer', 'Ac me'],
    ['note', '1=2'],
  ]);
  assert.equal(decode('50%'), '50% (its percent-encoding is broken)');
});

test('an account may be called by its device, whatever stands for a colon there, and by nothing shorter or longer', () => {
  const device = { name: 'work%3A phone: 2' };
  assert.equal(isDeviceAlone('work phone 2', device), true);
  assert.equal(isDeviceAlone('work- phone- 2', device), true);
  assert.equal(isDeviceAlone('work', device), false);
  assert.equal(isDeviceAlone('ana work phone 2', device), false);
  assert.equal(isDeviceAlone('', { name: '!?' }), false);
});
