import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import schema from '../target.schema.json' with { type: 'json' };
import { checkRequests } from './check-requests.ts';
import type { Requests } from './described.ts';
import { givesKeyUri } from './described.ts';
import { describedRequests } from './requests.fixture.ts';

const isRequests = new Ajv({ verbose: true, allowUnionTypes: true }).compile({
  ...schema.properties.web.properties.requests,
  definitions: schema.definitions,
});

const check = (requests: Requests) =>
  checkRequests(
    requests,
    (way, { wanted, got, fix = '' }) => new Error(`${way.join('.')}: wanted ${wanted}, got ${got}; ${fix}`),
  );
const refuses = (other: object, message: RegExp) =>
  assert.throws(() => check(describedRequests(other as Partial<Requests>)), { message });

test('what the tests describe has the right shape', () => {
  assert.equal(isRequests(describedRequests()), true);
});

for (const [what, other] of Object.entries({
  'an unknown verb': { sign: { send: 'GET /' } },
  'an unknown field of a request': { confirm: { send: 'POST /', jsn: {} } },
  'an unknown field before a request': { confirm: { send: 'POST /', before: [{ send: 'GET /', success: {} }] } },
  'an unknown field of an answer': { confirm: { send: 'POST /', success: { state: 200 } } },
  'a value in two places': { confirm: { send: 'POST /', take: { a: { json: '/a', header: 'a' } } } },
  'a value in no place': { confirm: { send: 'POST /', take: { a: {} } } },
  'a pointer that is none': { confirm: { send: 'POST /', take: { a: { json: 'a.b' } } } },
  'two bodies': { confirm: { send: 'POST /', json: {}, form: {} } },
  'a request without a method': { confirm: { send: '/login' } },
  'a list without its place': { devices: { send: 'GET /' } },
  'a status that is none': { confirm: { send: 'POST /', success: { status: 42 } } },
})) {
  test(`${what} is refused`, () => assert.equal(isRequests(describedRequests(other as never)), false));
}

test('a value that nothing takes is refused where it stands, and told with those that are known', () => {
  const message =
    /^confirm\.json\.otp: wanted values that are known, got \{\{cod\}\}; known here are .*\{\{code\}\}.*\{\{csrf\}\}/;
  refuses({ confirm: { send: 'POST /', json: { otp: '{{cod}}' } } }, message);
  refuses({ signIn: { send: 'POST /{{code}}' } }, /^signIn\.send: .*got \{\{code\}\}/);
  refuses({ headers: { a: '{{nobody}}' } }, /^headers\.a: /);
});

test('an expression that is none, or has nothing to take, is refused', () => {
  const withTake = (regex: string) => ({ signOut: { send: 'POST /', take: { a: { regex } } } });
  refuses(withTake('(a'), /^signOut\.take\.a\.regex: wanted a regular expression, got Invalid/);
  refuses(withTake('a(?:b)\\('), /wanted an expression with a group for the value/);
  refuses(
    { signOut: { send: 'POST /', success: { header: { location: '[' } } } },
    /^signOut\.success\.header\.location: /,
  );
  check(describedRequests(withTake('a="([^"]*)"') as never));
});

test('a start has to answer with a key, a code has to be sent', () => {
  refuses(
    { startRegistration: { send: 'POST /mfa', take: { url: { json: '/a' } } } },
    /^startRegistration\.take: .*got url; add/,
  );
  refuses({ confirm: { send: 'POST /' } }, /^confirm: wanted the code in the request/);
  refuses({ signInWithCode: { send: 'POST /' } }, /^signInWithCode: /);
});

test('it is known whether the portal says how its QR code reads', () => {
  const start = (take: object) => describedRequests({ startRegistration: { send: 'POST /', take: take as never } });
  assert.deepEqual(
    [{ uri: { json: '' } }, { picture: { json: '' } }, { key: { json: '' } }].map((take) => givesKeyUri(start(take))),
    [true, true, false],
  );
});
