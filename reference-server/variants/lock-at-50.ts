import { PasswordThrottle } from '../store/password-throttle.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'lock-at-50',
  title: 'After 50 wrong codes in a row the codes are locked',
  // Whoever lacks the password tries as often in the tests, from the same address as the owner.
  seams: () => ({ policy: { maxWrongCodes: 50 }, context: () => ({ passwordThrottle: new PasswordThrottle(100) }) }),
};
