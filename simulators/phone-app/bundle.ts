import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { scriptFor } from '../page-script.ts';

/** The browser's part of the app. */
export interface Bundle {
  script: string;
  /** Keeps the app ready for when there is no network. */
  worker: string;
}

/** `ts` in a checkout, `js` in an installed package. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const folder = import.meta.dirname;

/**
 * The phone's eye in Node is WebAssembly that is read from a file. The app reads what is within its brackets by itself;
 * this is for a known defect that looks elsewhere.
 */
const eyeOfThePage: Plugin = {
  name: 'eye-of-the-page',
  setup({ onResolve }) {
    onResolve({ filter: /\/eye\.(ts|js)$/ }, () => ({ path: join(folder, 'page', `eye.${ending}`) }));
  },
};

/** Modules that take part in the app. */
export interface BundledModules {
  /** That of a known defect that it is to have. */
  faultFile?: string | undefined;
  /** One whose export `setUp` is to be done before the app starts. */
  setUpFile?: string | undefined;
}

/** Makes scripts for the browser, in a few hundredths of a second: so nothing has to be built before. */
export async function bundleApp({ faultFile, setUpFile }: BundledModules = {}): Promise<Bundle> {
  const lines = [
    `import { start } from './page/main.${ending}';`,
    ...(setUpFile === undefined ? [] : [`import { setUp } from ${JSON.stringify(setUpFile)};`, 'await setUp();']),
    ...(faultFile === undefined ? ['start();'] : [`import { fault } from ${JSON.stringify(faultFile)};`, START_WITH]),
  ];
  const [script, worker] = await Promise.all([
    scriptOf(lines.join('\n')),
    scriptOf(`import './page/offline-worker.${ending}';`),
  ]);
  return { script, worker };
}

const START_WITH = 'start(fault.apply);';

const scriptOf = (contents: string) => scriptFor({ contents, folder, plugins: [eyeOfThePage] });
