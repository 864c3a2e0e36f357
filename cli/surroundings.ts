import { fileURLToPath } from 'node:url';

/** What a command may use of the process it runs in. */
export type Surroundings = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'platform' | 'stdin' | 'stdout' | 'stderr' | 'execPath' | 'on' | 'off' | 'kill'
>;

/** The folder that everything lies in: the checkout, or `dist/` of an installed package. */
export const projectFolder = new URL('../', import.meta.url);

/** Where the catalogue lies. */
export const catalogueFolder = new URL('features/requirements/', projectFolder);

/** The folder in which the commands do their work; run from elsewhere, an installed package writes there. */
export const projectPath = fileURLToPath(projectFolder);

/** `ts` in a checkout, `js` in an installed package: the ending of every module of ours. */
export const moduleEnding = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
