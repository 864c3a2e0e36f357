import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anyWriting, compact, readings } from './writings.ts';

const matches = (secret: string, text: string) => new RegExp(`^${anyWriting(secret)}$`, 'i').test(text);

describe('the writings of a secret', () => {
  it('are those of pages, of addresses, of JSON and of markup, and mixtures of them', () => {
    const secret = `a/"b&<ä`;
    for (const text of [secret, 'a%2F%22b%26%3C%C3%A4', 'a/\\"b&<ä', 'a/&quot;b&amp;&lt;ä', 'a%2f&#34;b&#38;<%c3%a4']) {
      assert.ok(matches(secret, text), text);
    }
    assert.ok(!matches(secret, 'a/"b&<a'));
  });

  it('may have one space, plus or dash between two characters, and no more', () => {
    for (const text of ['ABCD', 'AB CD', 'AB-CD', 'AB+CD', 'AB%20CD', 'a b c d', 'AB\u00a0CD']) {
      assert.ok(matches('ABCD', text), text);
    }
    assert.ok(!matches('ABCD', 'AB  CD'));
  });

  it('are no part of a longer number, and a code has no dashes in it', () => {
    assert.ok(matches('123456', '123 456'));
    assert.ok(!matches('123456', '12-34-56'));
    assert.ok(!new RegExp(anyWriting('123456')).test('91234567'));
  });
});

describe('the readings of a text', () => {
  it('are it and what its escapes mean, without spaces and dashes and in small letters', () => {
    assert.deepEqual(readings('A-B c'), ['abc']);
    assert.deepEqual(readings('A%42'), ['a%42', 'ab']);
    assert.deepEqual(readings('\\u0041\\"'), ['\\u0041\\"', 'a"']);
    assert.deepEqual(readings('&lt;&unknown;'), ['&lt;&unknown;', '<&unknown;']);
    assert.ok(readings('%42&lt;\\u0041').includes('b<a'), 'all of them in one text');
  });

  it('read what can be read of broken escapes', () => {
    assert.ok(readings('%ff%41%42').some((reading) => reading.endsWith('ab')));
    assert.deepEqual(readings('\\x %zz &'), ['\\x%zz&']);
    assert.deepEqual(readings('C:\\Bin\\U0041'), ['c:\\bin\\u0041']);
  });

  it('lose what people put between the characters of a key', () => {
    assert.equal(compact('ABCD efgh-1234+5678\u00a0x'), 'abcdefgh12345678x');
  });
});
