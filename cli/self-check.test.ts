import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import type { KillMatrix } from '../reports/kill-matrix/shape.ts';

import { lineOf, startPaircheck } from './paircheck.fixture.ts';
import { catalogueFolder } from './surroundings.ts';

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['cli', 'features', 'protocol', 'reference-server', 'reports', 'simulators', 'steps', 'targets'];

/** A copy of the suite in which something may be broken. */
async function copyOfSuite(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paircheck-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const isSource = (path: string) => path !== join(ROOT, 'reports', 'out');
  for (const room of ROOMS) await cp(join(ROOT, room), join(folder, room), { recursive: true, filter: isSource });
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function change(path: string, [before, after]: [string | RegExp, string]): Promise<void> {
  const source = await readFile(path, 'utf8');
  const changed = source.replace(before, after);
  assert.notEqual(changed, source);
  await writeFile(path, changed);
}

async function selfCheck(cwd: string, ...flags: string[]) {
  const child = spawn(process.execPath, ['cli/main.ts', 'self-check', '--breadth', 'named', ...flags], { cwd });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, exitCode };
}

test("a known-bad of the app is caught in the app's page as well", async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'paircheck-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  const { stdout, stderr, exitCode } = await selfCheck(ROOT, '--in-page', '--fault', 'F-015', '--out', out);
  assert.equal(exitCode, 0, stderr + stdout);
  const { twin, knownBads } = await matrixIn(stdout);
  assert.deepEqual(
    [twin.isGreen, knownBads.map(({ id, drive, red }) => [id, drive, red])],
    [true, [['F-015', 'browser', ['POP-03']]]],
  );
});

async function matrixIn(stdout: string): Promise<KillMatrix> {
  return JSON.parse(await readFile(pathIn(stdout).replace(/html$/, 'json'), 'utf8'));
}

function pageIn(stdout: string): Promise<string> {
  return readFile(pathIn(stdout), 'utf8');
}

function pathIn(stdout: string): string {
  const [, page = ''] = /matrix +(\S+\.html)/.exec(stdout) ?? [];
  return page;
}

test('a known-bad is caught by what it breaks, and the matrix says so', async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'paircheck-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  const { stdout, stderr, exitCode } = await selfCheck(ROOT, '--fault', 'F-060', '--fault', 'f-015', '--out', out);
  assert.equal(exitCode, 0, stdout + stderr);
  assert.match(stdout, /^the suite holds: 2 of 2 known-bads killed, 0 surprises/);
  const matrix = await matrixIn(stdout);
  assert.deepEqual(
    matrix.knownBads.map(({ id, isKilled }) => [id, isKilled]),
    [
      ['F-015', true],
      ['F-060', true],
    ],
  );
  assert.equal(matrix.twin.isGreen, true);
});

test('a sample that breaks every requirement once is caught, every one of it', async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'paircheck-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  const { stdout, stderr, exitCode } = await selfCheck(ROOT, '--sample', 'cover', '--out', out);
  assert.equal(exitCode, 0, stdout + stderr);
  const matrix = await matrixIn(stdout);
  const { requirements } = await loadCatalogue(catalogueFolder);
  const broken = new Set(matrix.knownBads.flatMap(({ breaks }) => breaks));
  assert.deepEqual(
    requirements.map(({ id }) => id).filter((id) => !broken.has(id)),
    [],
  );
});

test('a sentence that lost its Then fails it: the correct implementation is no longer shown to be right', async (t) => {
  const folder = await copyOfSuite(t);
  const path = join(folder, 'features', '09-one-time-code.feature');
  await change(path, [/(@OTP-13\n(?:(?!Scenario Outline).)*?)\n *Then [^\n]*/s, '$1']);
  const { stdout, exitCode } = await selfCheck(folder, '--fault', 'F-060', '--out', 'out');
  assert.equal(exitCode, 1);
  assert.match(stdout, /the correct implementation: OTP-13 not run/);
});

test('a known-bad that lost its defect fails it', async (t) => {
  const folder = await copyOfSuite(t);
  const path = join(folder, 'reference-server', 'faults', 'f-060-replay-within-the-step.ts');
  await change(path, [/seams: \(\) => \(\{.*?\}\),\n/s, 'seams: () => ({}),\n']);
  const { stdout, exitCode } = await selfCheck(folder, '--fault', 'F-060', '--out', 'out');
  assert.equal(exitCode, 1);
  assert.match(stdout, /F-060: it was not active: its own probe found nothing wrong/);
  assert.match(stdout, /F-060: it survived: no requirement noticed it/);
});

test('one that is interrupted writes what had been tried by then, says so, and is incomplete', async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'paircheck-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  for (const [flags, tried] of [
    [['--breadth', 'named', '--requirement', 'OTP-13'], 'knownBads'],
    [['--lawful', '--requirement', 'OTP-13'], 'lawful'],
  ] as const) {
    const { child, ended } = startPaircheck('self-check', ...flags, '--out', out);
    await lineOf(child, /^ *1\/\d+/);
    child.kill('SIGINT');
    const { stdout, stderr, exitCode } = await ended;
    assert.equal(exitCode, 3, stdout + stderr);
    assert.match(stdout, /^it was not shown that the suite holds: /);
    const matrix = await matrixIn(stdout);
    const times = matrix[tried].length;
    assert.ok(times >= 1 && times < matrix.planned, `${times} of ${matrix.planned}`);
    assert.deepEqual([matrix.interrupted, matrix.holds, matrix.complaints], [true, false, []]);
    assert.match(await pageIn(stdout), new RegExp(`Interrupted when ${times} of ${matrix.planned} had been tried`));
  }
});

test('what there is not is refused', async () => {
  const unknown = await selfCheck(ROOT, '--fault', 'F-999');
  assert.equal(unknown.exitCode, 2);
  assert.match(unknown.stderr, /wanted a known-bad from F-001 to F-\d+, got "F-999"/);
  const unbroken = await selfCheck(ROOT, '--requirement', 'OTP-99');
  assert.equal(unbroken.exitCode, 2);
});
