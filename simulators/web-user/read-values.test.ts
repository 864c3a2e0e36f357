import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsKey, readManualValues, standsIn } from './read-values.ts';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

for (const line of [
  KEY,
  'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
  `Key: ${KEY}`,
  'GEZDGNBV-GY3TQOJQ-GEZDGNBV-GY3TQOJQ',
]) {
  test(`"${line}" holds the key`, () => {
    assert.deepEqual(readManualValues(['Device name', 'my Phone', line]).keys, [KEY]);
  });
}

test('a key of 80 bits is a key, a shorter text is none', () => {
  assert.deepEqual(readManualValues(['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PX']).keys, ['JBSWY3DPEHPK3PXP']);
});

test('neither a name nor a sentence is taken for a key, nor a key of two lines', () => {
  assert.deepEqual(readManualValues(['Enter these values', 'my Phone', 'GEZDGNBV', 'ABCDEFGHIJKLMNOPQRS1']).keys, []);
});

test('a name stands in a line to the letter, by itself or among other words', () => {
  assert.ok(standsIn('work phone', 'work phone'));
  assert.ok(standsIn('work phone, added today', 'work phone'));
  assert.ok(!standsIn('Work phone', 'work phone'));
  assert.ok(!standsIn('work phones', 'work phone'));
  assert.ok(!standsIn('homework phone', 'work phone'));
});

test('a key in small letters is one where it is one word with digits in it, a word without any is none', () => {
  assert.deepEqual(readManualValues(['Key: gezdgnbvgy3tqojq']).keys, ['GEZDGNBVGY3TQOJQ']);
  assert.deepEqual(readManualValues(['internationalisation', 'choose another name 2']).keys, []);
});

test('a line holds a key in one word or in groups, whatever stands around it, and no words do', () => {
  const keys = [
    'Plain text key: Y4L7 AVGT RB6P SHAE EOPV 7Z4Z',
    'GEZDGNBVGY3TQOJQ',
    'key gezd-gnbv-gy3t-qojq',
    'ABCDEFGH IJKLMN23',
  ];
  assert.deepEqual(
    keys.filter((line) => !holdsKey(line)),
    [],
  );
  const words = [
    'Type what your phone does show here',
    'work phone 2',
    'internationalization',
    'ENTER THE CODE',
    '123456',
  ];
  assert.deepEqual(words.filter(holdsKey), []);
});
