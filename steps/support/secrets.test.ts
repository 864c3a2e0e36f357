import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginToKeepSecrets, keepSecret, knownSecrets, withoutSecrets } from './secrets.ts';

test('every known secret is taken out of words for a reader, however it is spaced', () => {
  for (const secret of ['GEZDGNBV', '123456', 'p+ss (word)']) keepSecret(secret);
  const words = 'the key GEZD GNBV, the code 123 456 or 123456, the password p+ss (word), and the rest';
  assert.equal(withoutSecrets(words), 'the key ••••, the code •••• or ••••, the password ••••, and the rest');
});

test('the case of its letters does not hide a secret, nor do those that have two small forms', () => {
  beginToKeepSecrets();
  for (const secret of ['gezdgnbv', 'ὈΔΥΣΣΕΎΣ', 'a-b c']) keepSecret(secret);
  assert.equal(withoutSecrets('GEZD-gnbv, Ὀδυσσεύς, A - B C and ab c'), '••••, ••••, •••• and ab c');
});

test('another scenario is told nothing of them, but for those it comes upon itself, and the run knows them all', () => {
  keepSecret('GEZDGNBV');
  keepSecret('654321');
  beginToKeepSecrets();
  keepSecret('654321');
  assert.equal(withoutSecrets('GEZDGNBV and 654321'), 'GEZDGNBV and ••••');
  assert.ok(knownSecrets.has('GEZDGNBV') && knownSecrets.has('654321'));
});
