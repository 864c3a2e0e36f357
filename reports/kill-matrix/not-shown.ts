import type { NotShown } from './shape.ts';

/** Known failures of the field that no known-bad here can show, so that the number stays honest. */
export const NOT_SHOWN: readonly NotShown[] = [];
