import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'lock-at-5',
  title: 'After 5 wrong codes in a row the codes are locked, which is declared nowhere',
  advice: { 'ABU-04': 'ten tries are recommended, and nobody demands more than two' },
  seams: () => ({ policy: { maxWrongCodes: 5 } }),
};
