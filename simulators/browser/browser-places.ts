import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename } from 'node:path';
import which from 'which';
import { BrowserNotFound } from './browser-not-found.ts';
import type { Environment, FoundBrowser } from './found-browser.ts';
import { packagedBrowser } from './packaged-browser.ts';

/** What a search starts from. */
export interface BrowserSearch {
  environment: Environment;
  /** A folder only this user can write to; the packaged browser is unpacked into it. */
  cacheDirectory: string;
}

/** One place where a browser may be: the browser, or in a few words why there is none. */
export type BrowserPlace = (search: BrowserSearch) => Promise<FoundBrowser | string>;

/**
 * Where browsers are looked for, best first. A headless shell comes before a full browser wherever it does: it takes a
 * third of the time.
 */
export const BROWSER_PLACES: readonly BrowserPlace[] = [
  namedByThePerson,
  ownOfPuppeteer,
  (search) => installed(search, ['chromium-headless-shell', 'chrome-headless-shell']),
  packaged,
  (search) => installed(search, ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']),
  installedWhereTheSystemPutsIt,
];

/** A path that was set and leads nowhere is a mistake to be told of: another browser might judge differently. */
async function namedByThePerson({ environment }: BrowserSearch): Promise<FoundBrowser | string> {
  const executablePath = environment.PUPPETEER_EXECUTABLE_PATH;
  if (!executablePath) {
    return 'PUPPETEER_EXECUTABLE_PATH: not set';
  }
  if (!existsSync(executablePath)) {
    throw new BrowserNotFound(
      `PUPPETEER_EXECUTABLE_PATH is ${executablePath}, where there is no file: correct it or unset it.`,
    );
  }
  return found(executablePath, 'PUPPETEER_EXECUTABLE_PATH', environment);
}

async function ownOfPuppeteer({ environment }: BrowserSearch): Promise<FoundBrowser | string> {
  const { default: puppeteer } = await import('puppeteer');
  const paths = [await puppeteer.executablePath({ headless: 'shell' }), await puppeteer.executablePath({})];
  const executablePath = paths.find((path) => existsSync(path));
  return executablePath
    ? found(executablePath, "Puppeteer's own browsers", environment)
    : `Puppeteer's own browsers: ${paths.join(' and ')} are not there`;
}

async function installed({ environment }: BrowserSearch, names: string[]): Promise<FoundBrowser | string> {
  for (const name of names) {
    const executablePath = await which(name, { path: environment.PATH ?? '', nothrow: true });
    if (executablePath) {
      return found(executablePath, `${name} on PATH`, environment);
    }
  }
  return `PATH: no ${names.join(', no ')}`;
}

async function packaged({ environment, cacheDirectory }: BrowserSearch): Promise<FoundBrowser | string> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    return 'the npm package @sparticuz/chromium: only for Linux on x64';
  }
  try {
    return await packagedBrowser(environment, cacheDirectory);
  } catch (error) {
    return `the npm package @sparticuz/chromium: ${whyNotPackaged(error)}`;
  }
}

/** The package is not among the dependencies that users get. */
function whyNotPackaged(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' ? 'not installed' : message;
}

/** On macOS and Windows an installed Chrome is not on PATH. */
async function installedWhereTheSystemPutsIt({ environment }: BrowserSearch): Promise<FoundBrowser | string> {
  const { default: puppeteer } = await import('puppeteer');
  const executablePath = await puppeteer.executablePath('chrome');
  return existsSync(executablePath)
    ? found(executablePath, 'the installed Chrome', environment)
    : `the installed Chrome: ${executablePath} is not there`;
}

function found(executablePath: string, source: string, environment: Environment): FoundBrowser {
  const isShell = /headless[-_]shell/.test(basename(executablePath));
  return { executablePath, source, environment, headless: isShell ? 'shell' : true, hasSandbox: true };
}
