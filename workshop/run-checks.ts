import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** One tool that judges the source: it passes when it exits with 0. */
export interface Check {
  name: string;
  command: string;
}

export interface CheckResult {
  name: string;
  passed: boolean;
  /** What the tool wrote to both of its streams. */
  output: string;
  durationMs: number;
}

export const CHECKS: readonly Check[] = [
  { name: 'biome', command: 'biome ci --colors=off --error-on-warnings' },
  { name: 'oxlint', command: 'oxlint --deny-warnings --format=unix' },
  { name: 'tsc', command: 'tsc --pretty false' },
  { name: 'knip', command: 'knip --no-progress --treat-config-hints-as-errors' },
  { name: 'gherkin', command: 'node workshop/gherkin-format.ts' },
  { name: 'manifest', command: 'node workshop/manifest.ts' },
  { name: 'known-bads', command: 'node workshop/known-bads-page.ts' },
];

/** Runs all checks side by side in the working directory, and reports each as it ends. */
export function runChecks(
  checks: readonly Check[],
  report: (result: CheckResult) => void = reportToTheTerminal,
): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async (check) => {
      const result = await runCheck(check);
      report(result);
      return result;
    }),
  );
}

async function runCheck({ name, command }: Check): Promise<CheckResult> {
  const startedAtMs = performance.now();
  const [program = '', ...parameters] = command.split(' ');
  const child = spawn(program, parameters, {
    env: { ...process.env, PATH: [join('node_modules', '.bin'), process.env.PATH].join(delimiter), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm's launchers are batch files on Windows.
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'close').catch((error: Error) => [error.message]);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const output = typeof status === 'string' ? status : stdout + stderr;
  return { name, passed: status === 0, output, durationMs: performance.now() - startedAtMs };
}

function reportToTheTerminal({ name, passed, output, durationMs }: CheckResult): void {
  const seconds = (durationMs / 1000).toFixed(1);
  console.log(passed ? `✔ ${name} (${seconds} s)` : `✖ ${name} (${seconds} s)\n${output.trimEnd()}\n`);
}
