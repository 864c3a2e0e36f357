import { Then } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { Heard } from '../simulators/network/recorder.ts';
import type { SessionCookie, WebSession } from '../simulators/web-user/page.ts';
import { heardOnTheWeb } from './support/heard.ts';
import type { PairWorld } from './support/world.ts';

// On plain HTTP, as test rigs have it, browsers ignore what is only for TLS.
Then(
  '(as a check, )each session cookie is HttpOnly and SameSite, and Secure where the portal is reached over TLS',
  async function (this: PairWorld) {
    const session = await (await this.person('the user')).web.session();
    const needed = await sessionCookies(this, session);
    // A portal may know its user by something else, of which this says nothing.
    if (needed.length === 0) throw new Blocked('wanted cookies that make out who is signed in, saw none');
    const lax = needed.filter((cookie) => lacking(cookie, isTls(session.address)).length > 0);
    await this.observe({
      expected: 'cookies that make out who is signed in, each of them kept so',
      seen: `${needed.length} such cookies${lax.map((cookie) => `, one without ${lacking(cookie, isTls(session.address)).join(' and ')}`).join('')}`,
      holds: lax.length === 0,
    });
  },
);

Then(
  '(as a check, )the pages forbid to be framed, and demand TLS where they came over it',
  async function (this: PairWorld) {
    const pages = heardOnTheWeb(this).filter(({ headers }) => headers.get('content-type')?.startsWith('text/html'));
    if (pages.length === 0) throw new Blocked('wanted pages to look at the headers of, heard none');
    const bad = pages.filter(
      ({ headers, address }) => !forbidsFrames(headers) || (isTls(address) && !demandsTls(headers)),
    );
    await this.observe({
      expected: 'pages, each with X-Frame-Options or frame-ancestors, and over TLS with Strict-Transport-Security',
      seen: bad.length === 0 ? `${pages.length} such pages` : `without: ${toldOf(bad)}`,
      holds: bad.length === 0,
    });
  },
);

/**
 * The cookies that each take the sign-in with them when they go; where none does, as with a second cookie that
 * remembers the user, those that are each enough for being signed in.
 */
async function sessionCookies(world: PairWorld, { address, cookies }: WebSession): Promise<SessionCookie[]> {
  const needed: SessionCookie[] = [];
  const enough: SessionCookie[] = [];
  for (const cookie of cookies) {
    const others = cookies.filter((other) => other !== cookie);
    if (!(await isSignedInWith(world, { address, cookies: others }))) needed.push(cookie);
  }
  if (needed.length > 0) return needed;
  for (const cookie of cookies) {
    if (await isSignedInWith(world, { address, cookies: [cookie] })) enough.push(cookie);
  }
  return enough;
}

async function isSignedInWith(world: PairWorld, session: WebSession): Promise<boolean> {
  const window = await world.openWindow();
  await window.resume(session);
  return window.isSignedIn();
}

function lacking({ httpOnly, sameSite, secure }: SessionCookie, overTls: boolean): string[] {
  return [
    ...(httpOnly ? [] : ['HttpOnly']),
    ...(sameSite === 'Lax' || sameSite === 'Strict' ? [] : ['SameSite']),
    ...(secure || !overTls ? [] : ['Secure']),
  ];
}

function isTls(address: string): boolean {
  return address.startsWith('https:');
}

function forbidsFrames(headers: Headers): boolean {
  const policy = headers.get('content-security-policy') ?? '';
  return headers.has('x-frame-options') || /frame-ancestors\s+('none'|'self')/.test(policy);
}

function demandsTls(headers: Headers): boolean {
  return /max-age=[1-9]/.test(headers.get('strict-transport-security') ?? '');
}

const MOST_TOLD = 3;

/** Pages by their paths, each once. */
function toldOf(pages: readonly Heard[]): string {
  const paths = [...new Set(pages.map(({ address }) => new URL(address).pathname))];
  const more = paths.length > MOST_TOLD ? [`and ${paths.length - MOST_TOLD} more`] : [];
  return [...paths.slice(0, MOST_TOLD), ...more].join(', ');
}
