import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieJar } from 'tough-cookie';
import { fromSessionCookie, originOf, toSessionCookie } from './cookies.ts';

const ADDRESS = 'https://www.portal.example/a/b';

/** The cookies of a jar that was filled with what another jar has. */
async function handOn(header: string): Promise<CookieJar> {
  const jar = new CookieJar();
  await jar.setCookie(header, ADDRESS);
  const handed = (await jar.store.getAllCookies()).map(toSessionCookie);
  const other = new CookieJar();
  for (const cookie of handed) await other.setCookie(fromSessionCookie(cookie), originOf(cookie));
  return other;
}

test('a cookie is handed on with its path, its end and what it is marked as', async () => {
  const [cookie] = await (
    await handOn('a=1; Path=/a; Secure; HttpOnly; Expires=Fri, 01 Jan 2100 00:00:00 GMT')
  ).getCookies(ADDRESS);
  assert.deepEqual(
    [cookie?.path, cookie?.secure, cookie?.httpOnly, cookie?.expires],
    ['/a', true, true, new Date('2100-01-01T00:00:00Z')],
  );
});

test('one that ends with the session still does', async () => {
  const [cookie] = await (await handOn('a=1')).getCookies(ADDRESS);
  assert.equal(cookie?.expires, 'Infinity');
});

test('one of the host stays with the host, and one of the domain with the domain', async () => {
  for (const [header, sent] of [
    ['a=1; Path=/', ''],
    ['a=1; Path=/; Domain=portal.example', 'a=1'],
  ] as const) {
    assert.equal(await (await handOn(header)).getCookieString('https://app.portal.example/'), sent);
  }
});
