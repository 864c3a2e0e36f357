import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Cookie, CookieData } from 'puppeteer';
import type { SessionCookie } from '../page.ts';
import { cookiesOf, setCookies } from './session.ts';

const PLAIN = { name: 'sid', value: 's1', domain: '127.0.0.1', path: '/', expires: -1, secure: false };

/** A browser's cookies without a browser: real ones are handed over in browser-page.test.ts. */
function contextWith(cookies: Partial<Cookie>[]) {
  const set: CookieData[] = [];
  const context = {
    cookies: async () => cookies,
    setCookie: async (...all: CookieData[]) => void set.push(...all),
  } as unknown as BrowserContext;
  return { context, set };
}

test('a cookie is told with all that another window needs, and with nothing of this browser alone', async () => {
  const { context } = contextWith([
    { ...PLAIN, httpOnly: true, sameSite: 'Lax', size: 5, session: true, sourceScheme: 'NonSecure' },
  ]);
  assert.deepEqual(await cookiesOf(context), [{ ...PLAIN, httpOnly: true, sameSite: 'Lax' }]);
});

test('a cookie that says nothing of other sites is told as saying nothing, and not as a default', async () => {
  const { context } = contextWith([PLAIN, { ...PLAIN, sameSite: 'Default' }]);
  for (const cookie of await cookiesOf(context)) {
    assert.deepEqual([cookie.sameSite, cookie.httpOnly], [undefined, false]);
  }
});

test('what is set is what was told, and what says nothing has no such field', async () => {
  const { context, set } = contextWith([]);
  const cookies: SessionCookie[] = [
    { ...PLAIN, httpOnly: true, sameSite: 'Strict' },
    { ...PLAIN, name: 'other', httpOnly: false, sameSite: undefined },
  ];
  await setCookies(context, cookies);
  assert.deepEqual(set, [
    { ...PLAIN, httpOnly: true, sameSite: 'Strict' },
    { ...PLAIN, name: 'other', httpOnly: false },
  ]);
  assert.ok(!('sameSite' in (set[1] ?? {})));
});
