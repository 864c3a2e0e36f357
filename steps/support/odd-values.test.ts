import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ODD_VALUES } from './odd-values.ts';

const FIELDS: [string, string][] = [
  ['token', 't1'],
  ['code', ''],
];
const BODIES: Record<string, string> = {
  'an empty field': 'token=t1&code=',
  'no field at all': 'token=t1',
  letters: 'token=t1&code=abcdef',
  'a negative number': 'token=t1&code=-012345',
  'an exponent': 'token=t1&code=12345e0',
  'full-width digits': 'token=t1&code=%EF%BC%90%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95',
  'a nested field': 'token=t1&code%5Bvalue%5D=012345',
  'a JSON number': '{"token":"t1","code":12345}',
  'a JSON null': '{"token":"t1","code":null}',
  'a JSON list': '{"token":"t1","code":["012345"]}',
  'a JSON object': '{"token":"t1","code":{"value":"012345"}}',
};

for (const [kind, make] of Object.entries(ODD_VALUES)) {
  test(`${kind} is sent beside the form's other fields`, () => {
    const { body, contentType } = make('012345');
    assert.equal(body(FIELDS, 'code'), BODIES[kind]);
    assert.equal(contentType, kind.includes('JSON') ? 'application/json' : 'application/x-www-form-urlencoded');
  });
}
