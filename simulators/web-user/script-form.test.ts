import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unprovided } from '../errors.ts';
import { formOfRequest, oddBody, requestOf } from './script-form.ts';

const SAMPLE = '864209';
const said = (body: string, headers: Record<string, string> = {}) => ({
  address: 'http://127.0.0.1:1/finish',
  method: 'PUT',
  headers,
  body,
});
const withText = (body: string, text: string) => {
  const form = formOfRequest(said(body), SAMPLE) ?? assert.fail('it was no form');
  const fields = form.fields.map(([name, value]): [string, string] => [name, name === form.fieldName ? text : value]);
  return requestOf({ ...form, fields });
};

test('what is typed goes where the sample went, and all else is sent as it was', () => {
  const { body, contentType, method } = withText(`{"id":"r1","code":"${SAMPLE}","at":7,"more":null}`, '012345');
  assert.deepEqual([method, contentType], ['PUT', 'application/json']);
  assert.deepEqual(JSON.parse(body), { id: 'r1', code: '012345', at: 7, more: null });
  assert.equal(withText(`{"code":${SAMPLE}}`, '123456').body, '{"code":123456}');
  assert.equal(withText(`id=r+1&code=${SAMPLE}`, '012345').body, 'id=r+1&code=012345');
});

test("a script's own headers are sent with it, and none of the browser's", () => {
  const headers = { 'X-Csrf': 't1', Authorization: 'Bearer b', 'User-Agent': 'u', 'sec-ch-ua': 's', Referer: 'r' };
  const form = formOfRequest(said(`code=${SAMPLE}`, headers), SAMPLE);
  assert.deepEqual(form && requestOf(form).headers, { 'X-Csrf': 't1', Authorization: 'Bearer b' });
});

test('what does not carry the sample in a field of its own is no form', () => {
  for (const body of ['', '[]', 'null', '{"a":{"code":"864209"}}', '{"code":"8642090"}', 'code=864'])
    assert.equal(formOfRequest(said(body), SAMPLE), undefined, body);
});

test('an odd value is said in JSON where the portal takes JSON, and where that can be said', () => {
  const fields: [string, string][] = [
    ['id', 'r1'],
    ['code', ''],
  ];
  const form = { fields, fieldName: 'code' };
  const letters = { contentType: 'application/x-www-form-urlencoded', body: () => 'id=r1&code=abcdef' };
  assert.equal(oddBody('application/json', letters, form).body, '{"id":"r1","code":"abcdef"}');
  assert.equal(oddBody(letters.contentType, letters, form).body, 'id=r1&code=abcdef');
  const nested = { ...letters, body: () => 'code[value]=1' };
  assert.throws(() => oddBody('application/json', nested, form), Unprovided);
});
