import { withinWindow } from '../registration/one-time-code.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'strict-window',
  title: 'Only the code of the present step is taken, and no clock may drift',
  advice: {
    'OTP-07': 'RFC 6238 recommends that the code of the step before is taken, and does not demand it',
    'OTP-08': 'a phone whose clock is fast may be served, and need not be',
  },
  seams: () => ({ policy: { matchingSteps: withinWindow([0]) } }),
};
