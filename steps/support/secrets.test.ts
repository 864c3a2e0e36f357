import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownSecrets, withoutSecrets } from './secrets.ts';

test('every known secret is taken out of words for a reader, however it is spaced', () => {
  knownSecrets.add('GEZDGNBV').add('123456').add('p+ss (word)');
  const words = 'the key GEZD GNBV, the code 123 456 or 123456, the password p+ss (word), and the rest';
  assert.equal(withoutSecrets(words), 'the key ••••, the code •••• or ••••, the password ••••, and the rest');
});
