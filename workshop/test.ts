/**
 * `npm test`: all checks of the source, then all tests. With words as arguments only the test files whose path contains
 * one of them, and no checks; `--seed N` repeats the order of an earlier run. The last line is the count of the whole.
 */
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS, runChecks } from './run-checks.ts';
import { runTests } from './run-tests.ts';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);

const checks = await runChecks(positionals.length > 0 ? [] : CHECKS);
const tests = await runTests(await findTestFiles(positionals), seed);

for (const file of tests.unfinishedFiles) {
  console.log(`✖ ${file} contains no test, or left before its end`);
}
console.log(`The order was that of --seed ${seed}; ${tests.skipped} skipped`);
const passed = tests.passed + checks.filter((check) => check.passed).length;
const failed = tests.failed + checks.filter((check) => !check.passed).length;
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function findTestFiles(words: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob('**/*.test.ts', { exclude: ['node_modules', 'dist', '.cache'] })) {
    paths.push(path);
  }
  const wanted = paths.filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
  return wanted.sort().map((path) => resolve(path));
}
