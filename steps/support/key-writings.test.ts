import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBase32 } from '../../protocol/base32.ts';
import { holdsCode, holdsKey, writingsOf } from './key-writings.ts';
import { Registration } from './person.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const URI = `otpauth://totp/a:b?secret=${KEY}&issuer=a`;
const registration = new Registration('work phone', URI);
const bytes = Buffer.from(decodeBase32(KEY));

describe('a text holds a key', () => {
  const writings: [string, string][] = [
    ['as it is', KEY],
    ['in small letters and groups', KEY.toLowerCase().replace(/(.{4})/g, '$1 ')],
    ['with dashes', KEY.replace(/(.{4})(?=.)/g, '$1-')],
    ['in hexadecimal', bytes.toString('hex')],
    ['in capital hexadecimal', bytes.toString('hex').toUpperCase()],
    ['in Base64 of its letters', Buffer.from(KEY).toString('base64')],
    ['in Base64 of its bytes', bytes.toString('base64')],
    ['in Base64 for addresses, of the whole symbol', Buffer.from(URI).toString('base64url')],
    ['escaped for addresses', KEY.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)],
  ];
  for (const [how, writing] of writings) {
    it(how, () => assert.equal(holdsKey(`<p title="100%">${writing}</p>`, registration), true));
  }

  it('of a key that was issued in small letters, with padding or without, too', () => {
    const small = new Registration('small', URI.replace(KEY, `${KEY.toLowerCase()}%3D`));
    for (const [how, writing] of writings)
      if (!how.includes('its letters') && !how.includes('symbol')) assert.equal(holdsKey(writing, small), true, how);
  });

  it('not where it holds another, or only a part of it', () => {
    const other = new Registration('other', URI.replace(KEY, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'));
    for (const [, writing] of writings) assert.equal(holdsKey(writing, other), false);
    assert.equal(holdsKey(KEY.slice(1), registration), false);
    assert.equal(holdsKey('100 % of nothing', registration), false);
  });

  it('also one that is no Base32', () => {
    const odd = new Registration('odd', URI.replace(KEY, 'not-a-key-at-all-0189'));
    assert.ok(writingsOf(odd).includes('not-a-key-at-all-0189'));
    assert.equal(holdsKey('it is not-a-key-at-all-0189', odd), true);
  });
});

describe('a text holds a code', () => {
  const AT = Date.UTC(2026, 0, 15, 12, 0, 10);
  const code = registration.authenticator.codeAt(AT);

  it('of now, of ten minutes ago or ahead, and no other', () => {
    for (const minutes of [-10, -1, 0, 1, 10]) {
      const near = registration.authenticator.codeAt(AT + minutes * 60_000);
      assert.equal(holdsCode(`your code: ${near}.`, registration, AT), true, `${minutes} minutes`);
    }
    const far = registration.authenticator.codeAt(AT + 3_600_000);
    assert.equal(holdsCode(`your code: ${far}.`, registration, AT), false);
  });

  it('not as part of a longer number or word', () => {
    for (const text of [`${code}7`, `7${code}`, `a${code}`, `${code}é`]) {
      assert.equal(holdsCode(text, registration, AT), false, text);
    }
    assert.equal(holdsCode(`(${code})`, registration, AT), true);
  });
});
