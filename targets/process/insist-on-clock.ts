import { HarnessFault } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import { accountsOf } from '../accounts/accounts-of.ts';
import { openWebUser } from '../actors.ts';
import { clockOf } from '../clock-of.ts';
import { DescribedPortal } from '../requests/described-portal.ts';
import type { Target } from '../target.ts';
import { dateFollows, HOUR_MS } from './clock-check.ts';
import { codesFollow } from './codes-check.ts';

/**
 * Looks whether a clock that is said to be moved does move: on one that stays, right portals would fail. The date over
 * answers may be the machine's on a target with test controls; then codes of another hour tell, where accounts are fresh.
 * @returns what was found, in words
 * @throws {HarnessFault} when it stays; {@link TargetGone} when nobody answers
 */
export async function insistOnClock(target: Target, atEpochMs: number): Promise<string> {
  const { kind } = target.clock;
  if (kind === 'real') return 'real time: what needs hours or days to pass is not run';
  const clock = clockOf(target, atEpochMs);
  const follows = await dateFollows({ url: target.portalUrl, follow: (time) => clock.set(time), atEpochMs });
  if (follows) return `moved by ${kind}: the portal follows an hour ahead and back`;
  await clock.set(atEpochMs + HOUR_MS);
  const areOfThatHour = await tryCodes(target, atEpochMs + HOUR_MS);
  await clock.set(atEpochMs);
  if (areOfThatHour) return `moved by ${kind}: the portal takes the codes of an hour ahead`;
  const isKnownToStay = areOfThatHour === false || (kind === 'faketime' && follows === false);
  if (isKnownToStay) throw new HarnessFault(`${STAYS[kind]} (asked ${target.portalUrl})`);
  return `moved by ${kind}: its answers bear no date, so that the portal follows is seen when it takes codes`;
}

const STAYS = {
  http:
    'wanted the clock of the portal to follow PUT /clock, the test controls took it and the portal stays in the present: ' +
    'let controlUrl move the clock that codes are checked with, or leave it out',
  faketime:
    'wanted the clock of what is started to follow faketime, it stays in the present: faketime moves no statically linked ' +
    'program (as Go and Rust for musl make them), nor one in a container, behind a proxy of its own or without ' +
    'LD_PRELOAD; give test controls that move its clock (controlUrl:), or write "clock: real"',
};

async function tryCodes(target: Target, atEpochMs: number): Promise<boolean | undefined> {
  const { requests, portalUrl, labels } = target;
  if (target.adapter) return undefined;
  const described = requests && new DescribedPortal(requests, portalUrl);
  const accounts = accountsOf(target, described);
  const portal = { url: portalUrl, labels: labelsOf(labels), bookmarks: {} };
  const web = await openWebUser({ ...(described && { described }) }, new Recorder(), portal);
  return accounts && codesFollow({ web, accounts, atEpochMs });
}
