import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withClaims } from './add-claims.ts';

const CLAIMS = { headers: { date: 'yesterday' }, fields: { version: '1.0.0', build: 1 } };
const sent = (type: string, body: string | undefined) =>
  withClaims({ headers: { 'Content-Type': type }, body }, CLAIMS);

test('what is claimed goes into headers, and into forms and JSON objects beside what is there', () => {
  const { headers, body = '' } = sent('application/json; charset=utf-8', '{"code":"012345"}');
  assert.deepEqual(headers, { 'Content-Type': 'application/json; charset=utf-8', date: 'yesterday' });
  assert.deepEqual(JSON.parse(body), { code: '012345', version: '1.0.0', build: 1 });
  assert.equal(sent('application/x-www-form-urlencoded', 'code=012345').body, 'code=012345&version=1.0.0&build=1');
});

test('a body of another kind, and none at all, stay as they are', () => {
  assert.equal(sent('application/json', '["012345"]').body, '["012345"]');
  assert.equal(sent('text/plain', '{"code":"012345"}').body, '{"code":"012345"}');
  assert.equal(sent('application/json', undefined).body, undefined);
});
