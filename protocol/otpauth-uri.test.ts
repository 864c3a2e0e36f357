import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOtpauthUri, type OtpauthUri, parseOtpauthUri } from './otpauth-uri.ts';

const PLAIN: OtpauthUri = {
  type: 'totp',
  issuer: 'An issuer',
  account: 'user-1',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  deviceName: 'work phone',
};

for (const awkward of ['a & b=c', '50% #2', 'a/b?secret=AAAA', '1+1 &digits=8', 'ÄÖÜ телефон', '📱', "it's", '"<b>"']) {
  test(`${awkward} survives as account and as device name`, () => {
    const uri = { ...PLAIN, account: awkward, deviceName: awkward };
    assert.deepEqual(parseOtpauthUri(formatOtpauthUri(uri)), uri);
  });
}

test('a space is written %20, never as a plus', () => {
  const text = formatOtpauthUri(PLAIN);
  assert.match(text, /An%20issuer/);
  assert.ok(!text.includes('+'));
});

test('a plus stays a plus when it is read', () => {
  assert.equal(parseOtpauthUri('otpauth://totp/a+b?secret=GEZDGNBV').account, 'a+b');
});

test('only one colon is left in the label, whatever issuer and account contain', () => {
  const text = formatOtpauthUri({ ...PLAIN, issuer: 'a:b', account: 'c:d' });
  const label = decodeURIComponent(text.slice('otpauth://totp/'.length, text.indexOf('?')));
  assert.equal(label.split(':').length, 2);
});

test('what is left out has the defaults of the format: SHA1, 6 digits, 30 seconds', () => {
  const { algorithm, digits, periodSeconds } = parseOtpauthUri('otpauth://totp/user?secret=GEZDGNBV');
  assert.deepEqual({ algorithm, digits, periodSeconds }, { algorithm: 'SHA1', digits: 6, periodSeconds: 30 });
});

test('order, case of scheme and algorithm, and unknown parameters do not matter', () => {
  const uri = parseOtpauthUri('OTPAUTH://totp/X:user?image=x&digits=8&algorithm=sha256&secret=GEZDGNBV');
  assert.equal(uri.algorithm, 'SHA256');
  assert.equal(uri.digits, 8);
  assert.equal(uri.issuer, 'X');
});

for (const [label, issuer, account] of [
  ['user', undefined, 'user'],
  ['Portal:user', 'Portal', 'user'],
  ['Portal%3A%20user', 'Portal', 'user'],
  ['Portal:user:2', 'Portal', 'user:2'],
] as const) {
  test(`the label ${label} names ${issuer ?? 'no issuer'} and the account ${account}`, () => {
    const uri = parseOtpauthUri(`otpauth://totp/${label}?secret=GEZDGNBV`);
    assert.deepEqual([uri.issuer, uri.account], [issuer, account]);
  });
}

test('the parameter says who issued the key, where the label says another', () => {
  assert.equal(parseOtpauthUri('otpauth://totp/Old:user?secret=GEZDGNBV&issuer=New').issuer, 'New');
});

const REFUSED = [
  ['a web address', 'https://127.0.0.1/?secret=GEZDGNBV', /otpauth/],
  ['a counter-based key', 'otpauth://hotp/user?secret=GEZDGNBV&counter=1', /"hotp", wanted "totp"/],
  ['a key URI without a key', 'otpauth://totp/user?issuer=x', /"secret" is missing/],
  ['an empty key', 'otpauth://totp/user?secret=', /"secret" is missing/],
  ['a label without an account', 'otpauth://totp/?secret=GEZDGNBV', /no account/],
  ['broken percent-encoding', 'otpauth://totp/50%?secret=GEZDGNBV', /percent-encoding/],
  ['an unknown hash function', 'otpauth://totp/user?secret=GEZDGNBV&algorithm=MD5', /algorithm/],
  ['five digits', 'otpauth://totp/user?secret=GEZDGNBV&digits=5', /digits/],
  ['nine digits', 'otpauth://totp/user?secret=GEZDGNBV&digits=9', /digits/],
  ['digits that are no number', 'otpauth://totp/user?secret=GEZDGNBV&digits=six', /digits/],
  ['a label with an issuer alone', 'otpauth://totp/Portal:?secret=GEZDGNBV', /no account/],
  ['a key URI without a query', 'otpauth://totp/GEZDGNBV', /otpauth/],
  ['a period of nothing', 'otpauth://totp/user?secret=GEZDGNBV&period=0', /period/],
] as const;

for (const [what, text, message] of REFUSED) {
  test(`${what} is refused, and the key is not repeated`, () => {
    assert.throws(
      () => parseOtpauthUri(text),
      (error: Error) => message.test(error.message) && !error.message.includes('GEZDGNBV'),
    );
  });
}
