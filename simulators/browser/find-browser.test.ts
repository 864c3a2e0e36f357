import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { BROWSER_PLACES } from './browser-places.ts';
import { findBrowser } from './find-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'find-browser-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const [namedByThePerson, ownOfPuppeteer, installedShell, packaged, installedBrowser] = BROWSER_PLACES;
// Neither depends on what the machine that runs the tests has installed.
const places = [namedByThePerson, installedShell, installedBrowser].filter((place) => place !== undefined);

function program(folder: string, name: string): string {
  mkdirSync(join(scratch, folder), { recursive: true });
  const path = join(scratch, folder, name);
  writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
  return path;
}

function search(environment: Record<string, string>) {
  return { environment, cacheDirectory: join(scratch, 'cache') };
}

test('the browser that the person names is taken before any other', async () => {
  const named = program('named', 'my-browser');
  const PATH = join(program('both', 'chromium-headless-shell'), '..');
  const found = await findBrowser(search({ PUPPETEER_EXECUTABLE_PATH: named, PATH }));
  assert.equal(found.executablePath, named);
  assert.equal(found.headless, true);
  assert.equal(found.source, 'PUPPETEER_EXECUTABLE_PATH');
});

test('a named browser that is not there is an error, though another is installed', async () => {
  const PATH = join(program('both', 'chromium-headless-shell'), '..');
  const missing = join(scratch, 'missing');
  await assert.rejects(findBrowser(search({ PUPPETEER_EXECUTABLE_PATH: missing, PATH })), {
    code: 'browser-not-found',
    message: `PUPPETEER_EXECUTABLE_PATH is ${missing}, where there is no file: correct it or unset it.`,
  });
});

test('an installed headless shell is taken before an installed full browser', async () => {
  const shell = program('both', 'chromium-headless-shell');
  program('both', 'chromium');
  const found = await findBrowser(search({ PATH: join(shell, '..') }), places);
  assert.equal(found.executablePath, shell);
  assert.equal(found.headless, 'shell');
});

test('an installed full browser is taken when there is nothing better', async () => {
  const chromium = program('full', 'chromium');
  const found = await findBrowser(search({ PATH: join(chromium, '..') }), places);
  assert.equal(found.executablePath, chromium);
  assert.equal(found.headless, true);
});

test('with no browser anywhere, the error says what to run and where was looked', async () => {
  await assert.rejects(findBrowser(search({ PATH: scratch }), places), (error: Error) => {
    assert.match(error.message, /^No browser was found: run `npx puppeteer browsers install chrome-headless-shell`/);
    assert.match(error.message, /`apt-get install --no-install-recommends chromium-headless-shell`/);
    assert.match(error.message, / {2}- PUPPETEER_EXECUTABLE_PATH: not set\n {2}- PATH: no chromium-headless-shell/);
    return true;
  });
});

test('the packaged browser that cannot be unpacked is passed over, and the reason kept', async () => {
  const file = program('blocked', 'cache');
  const said = await packaged?.({ environment: {}, cacheDirectory: join(file, 'below-a-file') });
  assert.ok(typeof said === 'string');
  assert.match(said, /^the npm package @sparticuz\/chromium: (ENOTDIR|only for Linux)/);
});

test("Puppeteer's own browser comes before the installed ones", () => {
  assert.ok(ownOfPuppeteer && installedShell);
  assert.ok(BROWSER_PLACES.indexOf(ownOfPuppeteer) < BROWSER_PLACES.indexOf(installedShell));
});
