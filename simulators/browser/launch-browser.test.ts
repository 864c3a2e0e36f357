import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findBrowser } from './find-browser.ts';
import type { FoundBrowser } from './found-browser.ts';
import { launchBrowser } from './launch-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'launch-browser-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

function fakeBrowser(script: string, mode: number): FoundBrowser {
  const executablePath = join(scratch, `fake-${mode}`);
  writeFileSync(executablePath, script, { mode });
  return { executablePath, source: 'a test', environment: {}, headless: 'shell', hasSandbox: true };
}

test('a browser whose libraries are missing is named, with the remedy', async () => {
  const found = fakeBrowser(
    '#!/bin/sh\necho "error while loading shared libraries: libnspr4.so" >&2\nexit 127\n',
    0o755,
  );
  await assert.rejects(launchBrowser(found), (error: Error & { code: string }) => {
    assert.equal(error.code, 'browser-did-not-start');
    assert.ok(error.message.startsWith(`The browser ${found.executablePath} (a test) did not start: `));
    assert.match(error.message, /system libraries are missing; install the browser with the package manager/);
    return true;
  });
});

test('a browser that may not be executed is named, with the remedy', async () => {
  const found = fakeBrowser('#!/bin/sh\n', 0o644);
  await assert.rejects(launchBrowser(found), /did not start: the file may not be executed/);
});

test('the browser that is found starts and reaches this machine, and no other', async () => {
  // One folder for all runs: unpacking anew each time would cost two seconds.
  const cacheDirectory = join(import.meta.dirname, '..', '..', '.cache');
  const browser = await launchBrowser(await findBrowser({ environment: process.env, cacheDirectory }));
  const server = createServer((_, response) => response.end('<title>here</title>'));
  try {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    assert.equal(await page.title(), 'here');
    await assert.rejects(page.goto(`http://127.0.0.2:${port}/`), /ERR_NAME_NOT_RESOLVED/);
  } finally {
    server.close();
    await browser.close();
  }
});
