import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'short-registration',
  title: 'A registration lives for 2 minutes, which is declared nowhere',
  advice: { 'ACC-06': 'whoever types slowly has little time, and nobody demands how much there is' },
  seams: () => ({ policy: { registrationLifetimeMs: 2 * 60_000 } }),
};
