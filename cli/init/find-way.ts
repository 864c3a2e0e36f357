import { Blocked, TargetGone } from '../../simulators/errors.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { pathOfAnybody } from '../../targets/screens/own-path.ts';
import { offersOf, symbolOn } from '../doctor/on-page.ts';
import { scoreOf } from './promising.ts';

/** What leads to the registration of a phone, on pages whose words are not the document's. */
export interface Way {
  /** What is pressed, one after the other. */
  path: string[];
  /** Whether the form for a device name is there, as in the document; else the QR code is there at once. */
  asksForName: boolean;
  /** What seems to send the code, where it is not called as in the document. */
  submit?: string | undefined;
}

interface Trail {
  path: string[];
  score: number;
  /** What was offered before its last step. */
  before: readonly string[];
}

/** Walks are cheap, and nobody waits for long. */
const MOST_WALKS = 40;
const MOST_STEPS = 5;
/** In the name of a field for one. */
const DEVICE = /\b(device|phone)('s)? name|name (of|for) (the|your|this) (device|phone)/i;
/** What sends a code that was typed. */
const SENDS =
  /^(submit|activate|verify|confirm|enable|register|add|link|pair|turn on|validate|finish|done|complete|save|next|continue|ok)\b/i;

/**
 * Follows, from where somebody lands who has signed in, what sounds as if it led to a second factor, the most promising
 * first, until there is a form for a device name, or a QR code beside a field for a code. A registration may be begun
 * by that, and is left alone.
 */
export async function findWay(web: WebUser, username: string): Promise<Way | undefined> {
  const landing = web.address();
  const seen = new Set<string>();
  let trails: Trail[] = [{ path: [], score: 0, before: [] }];
  for (let walks = 0; walks < MOST_WALKS && trails.length > 0; walks += 1) {
    const [trail, ...others] = trails.toSorted(morePromising);
    trails = others;
    if (!trail || !(await isWalked(web, landing, trail.path))) continue;
    const offers = await offersOf(web);
    const way = trail.path.length > 0 ? await wayAt(web, trail, offers) : undefined;
    if (way) return { ...way, path: pathOfAnybody(username, way.path) };
    const place = JSON.stringify([web.address(), offers]);
    if (seen.has(place) || trail.path.length === MOST_STEPS) continue;
    seen.add(place);
    trails.push(...furtherTrails(trail, { offers, lines: await web.lines(), username }));
  }
  return undefined;
}

/** What is seen at the end of a trail, and by whom. */
interface View {
  offers: readonly string[];
  lines: readonly string[];
  username: string;
}

function furtherTrails({ path, before }: Trail, { offers, ...view }: View): Trail[] {
  const steps = [...new Set(offers)].filter((name) => !path.includes(name));
  return steps.flatMap((name) => {
    // What has come up with the last step is what it was pressed for.
    const score = scoreOf(name, { ...view, path, isNew: !before.includes(name) });
    return score > 0 ? [{ path: [...path, name], score, before: offers }] : [];
  });
}

function morePromising(one: Trail, other: Trail): number {
  return other.score - one.score || one.path.length - other.path.length;
}

async function isWalked(web: WebUser, landing: string, path: readonly string[]): Promise<boolean> {
  await web.open(landing);
  for (const step of path) if (!(await isFollowed(web, step))) return false;
  return new URL(web.address()).origin === new URL(landing).origin;
}

/** Other sites are out of reach, and a page may fail that nobody has asked to be judged. */
async function isFollowed(web: WebUser, step: string): Promise<boolean> {
  try {
    return await web.follow(step);
  } catch (error) {
    if (error instanceof Blocked || error instanceof TargetGone) return false;
    throw error;
  }
}

async function wayAt(web: WebUser, { path, before }: Trail, offers: readonly string[]): Promise<Way | undefined> {
  // People have names too, and passkeys.
  if (offers.some((name) => DEVICE.test(name)) && (await web.isAskedForName())) return { path, asksForName: true };
  if (!(await web.isAskedForCode()) || !(await symbolOn(web))?.startsWith('otpauth:')) return undefined;
  const senders = offers.filter((name) => SENDS.test(name));
  return { path, asksForName: false, submit: senders.find((name) => !before.includes(name)) ?? senders[0] };
}
