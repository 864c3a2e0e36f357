import { userInfo } from 'node:os';
import type { Browser } from 'puppeteer';
import type { FoundBrowser } from './found-browser.ts';

/** A page that does not answer the browser's own questions for so long is busy with itself for ever. */
const PATIENCE_MS = 30_000;

/** In CSS pixels; a narrower one is a tablet's, on which many a page folds its navigation away. */
const WINDOW = { width: 1280, height: 800 };

/**
 * Starts the browser. It reaches this machine and the hosts it is given, and no other, whatever a page asks for.
 * Whoever starts it closes it; signals are left to the command line, which has more to put away than a browser.
 *
 * @param reachableHosts - host names beside this machine's own: those of the implementation under test
 * @param furtherArguments - flags for this browser alone, such as those of its camera
 * @throws BrowserDidNotStart with the browser's path and the likely remedy
 */
export async function launchBrowser(
  found: FoundBrowser,
  reachableHosts: readonly string[] = [],
  furtherArguments: readonly string[] = [],
): Promise<Browser> {
  try {
    // Loaded by those alone who use it: that takes a third of a second in every thread.
    const { default: puppeteer } = await import('puppeteer');
    return await puppeteer.launch({
      executablePath: found.executablePath,
      headless: found.headless,
      env: { ...found.environment },
      args: [...browserArguments(found, reachableHosts), ...furtherArguments],
      defaultViewport: WINDOW,
      protocolTimeout: PATIENCE_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new BrowserDidNotStart(found, error);
  }
}

/** A browser that was found and could not be started. */
class BrowserDidNotStart extends Error {
  override readonly name = 'BrowserDidNotStart';
  readonly code = 'browser-did-not-start';

  constructor(found: FoundBrowser, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(
      `The browser ${found.executablePath} (${found.source}) did not start: ${likelyRemedy(said)}.\nIt said: ${said}`,
      { cause },
    );
  }
}

function browserArguments(found: FoundBrowser, reachableHosts: readonly string[]): string[] {
  const excluded = [...OWN_HOSTS, ...reachableHosts].map((host) => `EXCLUDE ${host}`);
  const args = [
    '--disable-gpu',
    // The host rules are about TCP; QUIC would be a second way out, and no portal under test needs it.
    '--disable-quic',
    '--disable-component-update',
    // One process draws the pages of every window: to start another takes longer than to open three pages.
    '--disable-site-isolation-trials',
    '--renderer-process-limit=1',
    `--host-resolver-rules=${['MAP * ~NOTFOUND', ...excluded].join(', ')}`,
  ];
  // Chromium refuses to run sandboxed as root.
  return found.hasSandbox && userInfo().uid !== 0 ? args : ['--no-sandbox', ...args];
}

const OWN_HOSTS = ['localhost', '127.0.0.1', '::1'];

const REMEDIES: readonly [RegExp, string][] = [
  [
    /no usable sandbox|zygote/i,
    'its sandbox needs user namespaces (on Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0)',
  ],
  [/shared libraries/i, 'system libraries are missing; install the browser with the package manager'],
  [/EACCES|permission denied/i, 'the file may not be executed; give it the execute permission or move its folder'],
  [/ENOEXEC|exec format|cannot execute/i, 'it is not a program for this machine; install one that is'],
];

function likelyRemedy(said: string): string {
  const known = REMEDIES.find(([pattern]) => pattern.test(said));
  return known?.[1] ?? 'try to start it by hand, or set PUPPETEER_EXECUTABLE_PATH to another';
}
