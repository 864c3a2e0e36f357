import type { Clock } from '../../simulators/clock/clock.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { Credentials, Phone } from '../../simulators/phone/phone.ts';
import { type Labels, labelsOf } from '../../simulators/web-user/labels.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { WorldParameters } from '../../steps/support/stage.ts';
import { openWebUser, pickUpPhone } from '../../targets/actors.ts';
import { clockOf } from '../../targets/clock-of.ts';
import { closeReach, openReach, type Reach } from '../../targets/reach.ts';
import type { Target } from '../../targets/target.ts';

/** A target with one person at it, as a scenario has them. */
export interface Patient {
  target: Target;
  labels: Labels;
  web: WebUser;
  phone: Phone;
  credentials: Credentials;
  clock: Clock;
  /** A window in a session of its own. */
  openAnother(): Promise<WebUser>;
  /** Where a clock that can be moved begins, in epoch milliseconds. */
  startEpochMs: number;
  /** What went over the wire since it was asked last, oldest first. */
  exchanges(): string[];
  leave(): Promise<void>;
}

/** Opens a window and picks up a phone, for an account of the target. */
export async function meetPatient({ targets, browser, startEpochMs }: WorldParameters): Promise<Patient> {
  const target = targets?.[0];
  if (!target) throw new Error('there is nothing to look at');
  const labels = labelsOf(target.labels);
  const clock = clockOf(target, startEpochMs);
  const reach = await openReach(target, { browser, windowCount: 1 });
  const recorder = new Recorder();
  const openAnother = () => openWebUser(reach, recorder, { url: target.portalUrl, labels, bookmarks: {} });
  const web = await openAnother();
  const phone = pickUpPhone(target, { reach, recorder, clock });
  return {
    target,
    labels,
    web,
    phone,
    clock,
    openAnother,
    credentials: await accountOf(reach),
    startEpochMs,
    exchanges: () => recorder.take(),
    leave: async () => {
      await Promise.all([web.close(), phone.putAway()]);
      await closeReach(reach);
    },
  };
}

async function accountOf({ accounts }: Reach): Promise<Credentials> {
  return accounts ? (await accounts.next({ not: new Set() })).credentials : { username: '', password: '' };
}
