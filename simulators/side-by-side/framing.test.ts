import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framedByOwnOrigin } from './framing.ts';

test('an answer that nobody may frame can be framed by its own origin, and nothing else of it is changed', () => {
  const fields = [
    ['X-Frame-Options', 'DENY'],
    ['content-security-policy', "default-src 'none';frame-ancestors 'none';form-action 'self'"],
    ['set-cookie', 'a=1; HttpOnly'],
    ['set-cookie', 'b=2'],
  ] as const;
  assert.deepEqual(framedByOwnOrigin(fields), [
    ['X-Frame-Options', 'SAMEORIGIN'],
    ['content-security-policy', "default-src 'none';frame-ancestors 'self';form-action 'self'"],
    ['set-cookie', 'a=1; HttpOnly'],
    ['set-cookie', 'b=2'],
  ]);
});

test('an answer that says nothing of frames is left as it is', () => {
  const fields: [string, string][] = [['content-security-policy', "default-src 'none'"]];
  assert.deepEqual(framedByOwnOrigin(fields), fields);
});
