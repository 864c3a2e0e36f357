import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

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

/**
 * Makes scripts for the browser, in a few hundredths of a second: so nothing has to be built before.
 * @param faultFile the module of a known defect that the app is to have
 */
export async function bundleApp(faultFile?: string): Promise<Bundle> {
  const lines = [
    `import { start } from './page/main.${ending}';`,
    ...(faultFile === undefined ? ['start();'] : [`import { fault } from ${JSON.stringify(faultFile)};`, START_WITH]),
  ];
  const [script, worker] = await Promise.all([
    scriptOf(lines.join('\n')),
    scriptOf(`import './page/offline-worker.${ending}';`),
  ]);
  return { script, worker };
}

const START_WITH = 'start(fault.apply);';

async function scriptOf(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [eyeOfThePage],
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}
