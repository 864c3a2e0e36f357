import { createRequire } from 'node:module';
import { moduleEnding } from './surroundings.ts';

const manifest = moduleEnding === 'ts' ? '../package.json' : '../../package.json';

const { name, version } = createRequire(import.meta.url)(manifest) as { name: string; version: string };

/** The suite's own name and version, as in its package. */
export const suite = { name, version };
