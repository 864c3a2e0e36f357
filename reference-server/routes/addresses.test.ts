import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameSiteAddress, signInAddress } from './addresses.ts';

test('an address of this site is kept with its query', () => {
  assert.equal(sameSiteAddress('/user-profile?a=b'), '/user-profile?a=b');
});

test('whatever a browser could read as another site becomes the home page', () => {
  const others = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/x/..//evil.example',
  ];
  for (const text of [...others, 'javascript:alert(1)', 'user-profile', '', undefined, ['/user-profile'], {}]) {
    assert.equal(sameSiteAddress(text), '/', JSON.stringify(text));
  }
});

test('the sign-in page remembers the address, unless it is the home page', () => {
  assert.equal(signInAddress('/user-profile'), '/sign-in?return-to=%2Fuser-profile');
  assert.equal(signInAddress('/'), '/sign-in');
});
