import { asksFor } from './requests/asks-for.ts';
import type { Target } from './target.ts';

/** A name without peculiarities. */
export const ORDINARY_NAME = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,32}$/;

/** What to do where a device's name was to be told, and the portal is told none. */
export const NO_NAMES =
  'the portal is told none: where the product has names for devices, send {{deviceName}} in startRegistration or confirm, or describe its pages by labels: alone';

/** Whether a portal is told what devices are called: where it is not, a user has one, or one that is begun. */
export function namesDevices({ screens, requests }: Pick<Target, 'screens' | 'requests'>): boolean {
  if (screens) return false;
  return (
    requests === undefined || [requests.startRegistration, requests.confirm].some((verb) => asksFor(verb, 'deviceName'))
  );
}
