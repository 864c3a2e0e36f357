import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathFor, pathOfAnybody } from './own-path.ts';

test('a menu that is called after whoever has signed in is found for any account', () => {
  const path = pathOfAnybody('ada.l', ['Connected as ada.l', '(ada.l)', 'ada.lovelace', '']);
  assert.deepEqual(path, ['Connected as {{username}}', '({{username}})', 'ada.lovelace', '']);
  assert.deepEqual(pathFor('bob', path.slice(0, 1)), ['Connected as bob']);
  assert.deepEqual(pathOfAnybody('', ['Security']), ['Security']);
});
