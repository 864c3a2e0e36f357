import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'lock-at-5',
  title: 'After 5 wrong codes in a row the codes are locked',
  seams: () => ({ policy: { maxWrongCodes: 5 } }),
};
