import { namesUpTo } from '../registration/device-name.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'names-up-to-32',
  title: 'A device name has at most 32 characters',
  seams: () => ({ policy: { nameProblem: namesUpTo(32) } }),
};
