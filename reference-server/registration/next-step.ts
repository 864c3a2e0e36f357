import type { NextStep } from '../../protocol/phone-api.ts';

/** What decides about a phone: nothing of it comes from the phone. */
export interface PhoneSituation {
  factorProven: boolean;
  deviceCount: number;
  nowMs: number;
  enforcementInstantMs: number;
}

/** What the phone has to do before it may read anything. Asked anew at each call: the rule begins within a session too. */
export function nextStep({ factorProven, deviceCount, nowMs, enforcementInstantMs }: PhoneSituation): NextStep {
  if (factorProven) return 'nothing';
  if (deviceCount > 0) return 'one-time-code';
  return nowMs < enforcementInstantMs ? 'nothing' : 'verify-device';
}
