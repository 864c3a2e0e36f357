import { createRequire } from 'node:module';
import { moduleEnding } from './surroundings.ts';

const manifest = moduleEnding === 'ts' ? '../package.json' : '../../package.json';

/** The suite's own name and version, as in its package. */
export const suite = createRequire(import.meta.url)(manifest) as { name: string; version: string };
