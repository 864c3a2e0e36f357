import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';

const runner = join(import.meta.dirname, 'test.ts');
let scratch = '';

const files: Record<string, string> = {
  good: "test('a', () => {}); test('b', async (t) => { await t.test('c', () => {}); await t.test('d', () => {}); });",
  bad: "test('a', () => {}); test('b', () => { throw new Error('as it should'); });",
  crashing: "throw new Error('before any test');",
  empty: '',
  hook: "test('a', () => {}); after(() => { throw new Error('after the tests'); });",
  skipping: "test('a', { skip: true }, () => {}); test('b', { todo: true }, () => {}); test('c', () => {});",
  suite: "describe('s', () => { test('a', () => {}); test('b', () => { throw new Error('within'); }); });",
};

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'test-runner-'));
  for (const [name, source] of Object.entries(files)) {
    await writeFile(
      join(scratch, `${name}.test.ts`),
      `import { after, describe, test } from 'node:test';\n${source}\nvoid [after, describe, test];\n`,
    );
  }
  await writeFile(join(scratch, 'empty.test.ts'), '');
});

after(() => rm(scratch, { recursive: true, force: true }));

const outcomes: [words: string[], lastLine: string, status: number][] = [
  [['good'], '3 passed, 0 failed', 0],
  [['bad'], '1 passed, 1 failed', 1],
  [['crashing'], '0 passed, 1 failed', 1],
  [['empty'], '0 passed, 1 failed', 1],
  [['hook'], '1 passed, 1 failed', 1],
  [['skipping'], '1 passed, 0 failed', 0],
  [['suite'], '1 passed, 1 failed', 1],
  [['no-such-file'], '0 passed, 0 failed', 1],
  [['good', 'bad', 'empty'], '4 passed, 2 failed', 1],
];

for (const [words, lastLine, status] of outcomes) {
  test(`the runner ends with "${lastLine}" and exits with ${status} for ${words.join(', ')}`, async () => {
    const ran = await runTestsOf(words);
    assert.equal(ran.lines.at(-1), lastLine);
    assert.equal(ran.status, status);
  });
}

test('the runner prints the seed and repeats the order it stands for', async () => {
  const [first, second] = await Promise.all([runTestsOf(['o', '--seed', '7']), runTestsOf(['o', '--seed', '7'])]);
  const titles = (lines: string[]) =>
    lines.map((line) => line.replace(/\(.*ms\)/, '')).filter((line) => /^[✔✖]/.test(line));
  assert.ok(first.lines.some((line) => line.startsWith('The order was that of --seed 7;')));
  assert.deepEqual(titles(first.lines), titles(second.lines));
});

async function runTestsOf(parameters: string[]): Promise<{ lines: string[]; status: number | null }> {
  // Within a test, Node would take the run for a part of this one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, [runner, ...parameters], {
    cwd: scratch,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), new Promise((resolve) => child.once('close', resolve))]);
  return { lines: output.trimEnd().split('\n'), status: child.exitCode };
}
