import type { NextStep } from '../../protocol/phone-api.ts';
import type { RegisteredDevice } from './account-state.ts';

/** What decides about a phone: nothing of it comes from the phone. */
export interface PhoneSituation {
  factorProven: boolean;
  devices: readonly RegisteredDevice[];
  nowMs: number;
  enforcementInstantMs: number;
}

/** What the phone has to do before it may read anything. Asked anew at each call: the rule begins within a session too. */
export function nextStep({ factorProven, devices, nowMs, enforcementInstantMs }: PhoneSituation): NextStep {
  if (factorProven) return 'nothing';
  if (devices.length > 0) return 'one-time-code';
  return nowMs < enforcementInstantMs ? 'nothing' : 'verify-device';
}
