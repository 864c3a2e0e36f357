import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

/** One breach of each rule of the house, in the file where it would be made; the complaint is part of its message. */
interface Breach {
  path: string;
  source: string;
  complaint: string;
}

const root = join(import.meta.dirname, '..');
const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');
const body = (count: number) =>
  `export function f(): number {\n  let n = 0;\n${lines(count - 2, '  n += 1;')}\n  return n;\n}`;
const nested =
  'export function f(n: number) {\n  if (n) {\n    if (n > 1) {\n      if (n > 2) n = 3;\n    }\n  }\n  return n;\n}\n';

const breaches: Record<string, Breach> = {
  'a function of more than 30 lines': { path: 'cli/a.ts', source: body(31), complaint: 'noExcessiveLinesPerFunction' },
  'a file of more than 200 lines': {
    path: 'cli/b.ts',
    source: `export const x = [\n${lines(198, '  1,')}\n];\nexport const y = 1;`,
    complaint: 'noExcessiveLinesPerFile',
  },
  'more than three parameters': {
    path: 'cli/c.ts',
    source: 'export const f = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;',
    complaint: 'useMaxParams',
  },
  'nesting deeper than two': { path: 'cli/d.ts', source: nested, complaint: 'eslint(max-depth)' },
  'a cycle of types alone': {
    path: 'protocol/one.ts',
    source: "import type { Two } from './two.ts';\nexport type One = Two | 1;",
    complaint: 'noImportCycles',
  },
  'a barrel file': { path: 'protocol/index.ts', source: "export { one } from './x.ts';", complaint: 'noBarrelFile' },
  'exporting all of another file': {
    path: 'protocol/e.ts',
    source: "export * from './x.ts';",
    complaint: 'noReExportAll',
  },
  'console outside the command line': { path: 'steps/f.ts', source: 'console.log(1);', complaint: 'noConsole' },
  'the global process outside the command line': {
    path: 'steps/g.ts',
    source: 'export const x = process.argv;',
    complaint: 'noProcessGlobal',
  },
  'the module process outside the command line': {
    path: 'steps/h.ts',
    source: "import { argv } from 'node:process';\nexport const x = argv;",
    complaint: 'belong to `cli`; pass in',
  },
  'a package that is not a dependency': {
    path: 'steps/i.ts',
    source: "import 'not-a-dependency';",
    complaint: 'noUndeclaredDependencies',
  },
  'a package that users do not get': {
    path: 'steps/dev.ts',
    source: "import { pretty } from '@cucumber/gherkin-utils';\nexport const x = pretty;",
    complaint: 'noUndeclaredDependencies',
  },
  'the real time by Date.now': {
    path: 'reference-server/j.ts',
    source: 'export const x = Date.now();',
    complaint: 'comes from `simulators/clock`',
  },
  'the real time by new Date()': {
    path: 'reports/k.ts',
    source: 'export const x = new Date();',
    complaint: 'comes from `simulators/clock`',
  },
  'input or output in the protocol': {
    path: 'protocol/l.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
    complaint: 'no I/O and no time',
  },
  'randomness in the verdict': {
    path: 'reports/verdict.ts',
    source: 'export const x = Math.random();',
    complaint: 'no randomness',
  },
  'randomness in the registration': {
    path: 'reference-server/registration/m.ts',
    source: "import { randomBytes } from 'node:crypto';\nexport const x = randomBytes(1);",
    complaint: 'no randomness',
  },
  'a promise that nobody awaits': {
    path: 'cli/n.ts',
    source: "export function f() {\n  fetch('http://127.0.0.1/');\n}",
    complaint: 'no-floating-promises',
  },
  'an async callback where nobody awaits it': {
    path: 'cli/o.ts',
    source: 'export const f = () => [1].forEach(async (n) => { await Promise.resolve(n); });',
    complaint: 'no-misused-promises',
  },
  'a switch that forgets a case': {
    path: 'cli/p.ts',
    source: "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
    complaint: 'switch-exhaustiveness-check',
  },
  ...importing('../cli/x.ts', ['targets', 'reference-server'], 'Nothing but the command line imports `cli`'),
  ...importing('../targets/x.ts', ['simulators', 'reports'], 'import `targets`'),
  ...importing('../steps/x.ts', ['simulators', 'targets'], 'imports `steps`'),
  ...importing('../simulators/x.ts', ['reference-server', 'reports', 'protocol'], 'import `simulators`'),
  ...importing('../reference-server/x.ts', ['steps', 'simulators', 'targets'], 'imports `reference-server`'),
  ...importing('../reports/x.ts', ['simulators', 'reference-server'], 'imports `reports`'),
  ...importing('../reports/verdict.ts', ['steps'], 'only `evidence.ts`'),
  ...importing('express', ['simulators', 'cli'], 'belong to `reference-server`'),
  ...importing('express-session', ['steps'], 'belong to `reference-server`'),
  ...importing('puppeteer', ['steps', 'reference-server'], 'belong to `simulators` and `targets`'),
  ...importing('zxing-wasm/reader', ['reports'], 'belong to `simulators` and `targets`'),
  ...importing('jsqr', ['cli'], 'belong to `simulators` and `targets`'),
  ...importing('otplib', ['simulators', 'steps'], "the verifier's arithmetic"),
  ...importing('otpauth', ['reference-server', 'steps'], "the prover's arithmetic"),
};

/** What the same rules must leave alone. */
const allowed: Record<string, string> = {
  'simulators/clock/now.ts': 'export const now = () => Date.now();',
  'cli/main.ts': "import { x } from '../reference-server/y.ts';\nconsole.log(x, process.argv, new Date());",
  'steps/evidence-step.ts': "import type { Evidence } from '../reports/evidence.ts';\nexport type E = Evidence;",
  'steps/support/world.ts': "import { x } from '../../simulators/y.ts';\nexport const z = x;",
  'reference-server/server.ts':
    "import express from 'express';\nimport { generate } from 'otplib';\nexport default [express, generate];",
  'reference-server/server.test.ts':
    "import { TOTP } from 'otpauth';\nimport { test } from 'node:test';\ntest('a', () => TOTP);",
  'simulators/phone.ts': "import { TOTP } from 'otpauth';\nimport p from 'puppeteer';\nexport default [TOTP, p];",
  'steps/support/x.test.ts': "import { pretty } from '@cucumber/gherkin-utils';\nexport default pretty;",
  'reports/date.ts': 'export const f = (atEpochMs: number) => new Date(atEpochMs);',
  'cli/thirty-lines.ts': body(30),
};

let complaints = new Map<string, string[]>();
let scratch = '';

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'rules-'));
  for (const name of ['biome.json', '.oxlintrc.json', 'tsconfig.json', 'package.json', '.gitignore', 'workshop/lint']) {
    await cp(join(root, name), join(scratch, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(scratch, 'node_modules'));
  for (const { path, source } of Object.values(breaches)) {
    await writeSource(path, source);
  }
  for (const [path, source] of Object.entries(allowed)) {
    await writeSource(path, source);
  }
  await writeSource('protocol/two.ts', "import type { One } from './one.ts';\nexport type Two = One | 2;");
  complaints = await lint();
});

after(() => rm(scratch, { recursive: true, force: true }));

for (const [title, { path, complaint }] of Object.entries(breaches)) {
  test(`the linters refuse ${title}`, () => {
    const said = complaints.get(path) ?? [];
    assert.ok(
      said.some((line) => line.includes(complaint)),
      `${path}: wanted "${complaint}", got ${JSON.stringify(said)}`,
    );
  });
}

for (const path of Object.keys(allowed)) {
  test(`the linters leave alone ${path}`, () => assert.deepEqual(complaints.get(path) ?? [], []));
}

function importing(source: string, rooms: string[], complaint: string): Record<string, Breach> {
  const file = source.replace(/[^a-z]+/g, '-');
  const statements = `import type { X } from '${source}';\nexport type Y = X;`;
  return Object.fromEntries(
    rooms.map((room) => [
      `${room} importing ${source}`,
      { path: `${room}/imports${file}.ts`, source: statements, complaint },
    ]),
  );
}

async function writeSource(path: string, source: string): Promise<void> {
  await mkdir(dirname(join(scratch, path)), { recursive: true });
  await writeFile(join(scratch, path), `${source}\n`);
}

async function lint(): Promise<Map<string, string[]>> {
  const [biome, oxlint] = await Promise.all([
    output('biome', ['lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=warn']),
    output('oxlint', ['--format=json']),
  ]);
  const said = new Map<string, string[]>();
  for (const { category, message, location } of JSON.parse(biome).diagnostics) {
    said.set(location.path, [...(said.get(location.path) ?? []), `${category}: ${message}`]);
  }
  for (const { code, message, filename } of JSON.parse(oxlint).diagnostics) {
    said.set(filename, [...(said.get(filename) ?? []), `${code}: ${message}`]);
  }
  return said;
}

/** Both linters exit with 1 when they have something to say. */
async function output(tool: string, parameters: string[]): Promise<string> {
  const program = join(root, 'node_modules', '.bin', tool);
  const ran = promisify(execFile)(program, parameters, { cwd: scratch, maxBuffer: 1e8 });
  const { stdout } = await ran.catch((error: { stdout: string }) => error);
  return stdout;
}
