import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Unprovided } from '../../simulators/errors.ts';
import { findFaketime } from './find-faketime.ts';

const HERE = fileURLToPath(import.meta.url);

function lacks(provide: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Unprovided && error.capability === 'clock control' && provide.test(error.provide);
}

test('the library that is named is taken', async () => {
  assert.equal(await findFaketime({ env: { FAKETIME_LIB: HERE }, platform: 'linux' }), HERE);
});

test('a library that is named and not there is no reason to take another', async () => {
  const env = { FAKETIME_LIB: '/nowhere/ft.so' };
  await assert.rejects(findFaketime({ env, platform: 'linux' }), lacks(/names \/nowhere\/ft\.so.*ENOENT/));
});

test('where there is none, what to install is said', async () => {
  await assert.rejects(findFaketime({ env: {}, platform: 'win32' }), lacks(/needs Linux or macOS/));
  const places = ['/nowhere/*/libfaketimeMT.so.1'];
  await assert.rejects(findFaketime({ env: {}, platform: 'linux', places }), lacks(/apt-get install faketime/));
});
