import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt } from './json-pointer.ts';

// The document of RFC 6901 section 5.
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test('the examples of RFC 6901 lead to their values', () => {
  const pointers = ['/foo', '/foo/0', '/', '/a~1b', '/c%d', '/e^f', '/g|h', '/i\\j', '/k"l', '/ ', '/m~0n'];
  const wanted = [DOCUMENT.foo, 'bar', 0, 1, 2, 3, 4, 5, 6, 7, 8];
  assert.deepEqual(
    pointers.map((pointer) => valueAt(DOCUMENT, pointer)),
    wanted,
  );
  assert.equal(valueAt(DOCUMENT, ''), DOCUMENT);
});

test('a tilde is read once', () => {
  assert.equal(valueAt({ '~1': 'here' }, '/~01'), 'here');
});

test('what is not there, or only inherited, is nothing', () => {
  for (const pointer of ['/foo/2', '/foo/00', '/foo/length', '/bar', '/foo/0/x', '/constructor', '/toString']) {
    assert.equal(valueAt(DOCUMENT, pointer), undefined, pointer);
  }
  assert.equal(valueAt(undefined, '/a'), undefined);
  assert.equal(valueAt(null, '/a'), undefined);
});
