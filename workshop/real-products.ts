/**
 * `npm run real-products [NAME...]`: installs products of other makers, once, outside of this project, judges each by its
 * target file with the real command line, and tells whether the verdict is still what `workshop/products/expected.json`
 * and docs/real-products.md say. Ends with 1 where one is not.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import expected from './products/expected.json' with { type: 'json' };

/** What is installed for a target file, and how. */
interface Product {
  folder: string;
  packages: string[];
  /** Those with code of the machine, which is built without asking the network where it can be. */
  rebuilt?: string[];
  /** A file of ours beside this one, and what it is called in the folder. */
  file: [from: string, to: string];
}

interface Expected {
  profiles: string[];
  /** Left out, all of the profiles. */
  only?: string[];
  failed: string[];
}

const N8N: Product = {
  folder: 'n8n-2.41.1',
  packages: ['n8n@2.41.1'],
  rebuilt: ['sqlite3'],
  file: ['n8n.env', '.env'],
};
const PRODUCTS: Record<keyof typeof expected, Product> = {
  'better-auth': {
    folder: 'better-auth-1.7.25',
    packages: ['better-auth@1.7.25'],
    file: ['better-auth.js', 'host.mjs'],
  },
  directus: {
    folder: 'directus-12.4.0',
    packages: ['directus@12.4.0', 'node@22.23.3'],
    rebuilt: ['node', 'sqlite3', 'isolated-vm', 'argon2'],
    file: ['directus.env', '.env'],
  },
  n8n: N8N,
  'n8n-screens': N8N,
};

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const products = process.env.PAIRCHECK_PRODUCTS ?? join(cache, 'paircheck', 'products');
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PRODUCTS));
if (unknown !== undefined) {
  throw new Error(`wanted products such as ${Object.keys(PRODUCTS).join(', ')}, got "${unknown}"`);
}
const names = (Object.keys(PRODUCTS) as (keyof typeof expected)[]).filter(
  (name) => asked.length === 0 || asked.includes(name),
);
const lines = names.map((name) => {
  install(PRODUCTS[name]);
  return judge(name, expected[name]);
});
console.log(lines.map(({ text }) => text).join('\n'));
if (!lines.every(({ isAsExpected }) => isAsExpected)) process.exitCode = 1;

/** Once: a folder with its mark is whole. */
function install({ folder, packages, rebuilt = [], file: [from, to] }: Product): void {
  const cwd = join(products, folder);
  const mark = join(cwd, 'installed-by-paircheck');
  if (!existsSync(mark)) {
    rmSync(cwd, { recursive: true, force: true });
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
    npm(cwd, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages]);
    for (const name of rebuilt) npm(cwd, ['rebuild', name]);
    writeFileSync(mark, packages.join('\n'));
  }
  copyFileSync(new URL(`products/${from}`, import.meta.url), join(cwd, to));
}

/** With the Node that the product is for, where it has one of its own, and that one's C headers. */
function npm(cwd: string, parameters: string[]): void {
  const own = join(cwd, 'node_modules', 'node', 'bin');
  const node = existsSync(own) ? own : dirname(process.execPath);
  const headers = [join(own, '..', 'node_modules', `node-${process.platform}-${process.arch}`), join(node, '..')];
  const nodedir = headers.find((each) => existsSync(join(each, 'include', 'node', 'common.gypi')));
  const env = { ...process.env, PATH: `${node}:${process.env.PATH}`, ...(nodedir && { npm_config_nodedir: nodedir }) };
  const { status } = spawnSync('npm', parameters, { cwd, env, stdio: ['ignore', 2, 2] });
  if (status !== 0)
    throw new Error(`wanted "npm ${parameters.join(' ')}" to succeed in ${cwd}, it ended with ${status}`);
}

function judge(name: string, { profiles, only = [], failed }: Expected): { text: string; isAsExpected: boolean } {
  const out = join('reports', 'out', 'products', name);
  const flags = [...profiles.flatMap((each) => ['--profile', each]), ...only.flatMap((each) => ['--only', each])];
  const parameters = ['cli/main.ts', 'run', `targets/products/${name}.yaml`, ...flags, '--out', out];
  const env = { ...process.env, PAIRCHECK_PRODUCTS: products };
  rmSync(join(out, 'latest'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, parameters, { env, stdio: ['ignore', 2, 2] });
  const { outcome, seen } = verdictIn(join(out, 'latest', 'verdict.json'));
  const isAsExpected = status === (failed.length > 0 ? 1 : 0) && String(seen) === String(failed);
  const told = `${name.padEnd(12)}  ${outcome}, failed: ${seen.join(' ') || 'none'}`;
  const text = isAsExpected ? `as expected  ${told}` : `OTHERWISE    ${told}; expected: ${failed.join(' ') || 'none'}`;
  return { text, isAsExpected };
}

function verdictIn(path: string): { outcome: string; seen: string[] } {
  if (!existsSync(path)) return { outcome: 'nothing was judged', seen: [] };
  const { outcome, requirements } = JSON.parse(readFileSync(path, 'utf8'));
  const isFailed = ({ status }: { status: string }) => status === 'failed';
  return { outcome, seen: requirements.filter(isFailed).map(({ id }: { id: string }) => id) };
}
