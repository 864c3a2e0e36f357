/**
 * `npm run bench`: how long the commands take that people wait for. Each is run a few times by turns, so that a machine
 * that is busy for a while is busy for all, and told beside a yardstick: fixed work whose time says how fast the machine
 * is just now. Compare the last column between runs, not the seconds.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = Number(process.argv[2] ?? 3);
const OUT = join(tmpdir(), 'paircheck-bench');
const PROFILES = ['documented-flow', 'otp-core', 'hardened'].flatMap((name) => ['--profile', name]);

const COMMANDS: Record<string, string[]> = {
  'start (list)': ['list'],
  'one requirement, api': ['run', '--drive', 'api', '--only', 'OTP-13', '--out', OUT],
  'whole catalogue, api': ['run', '--drive', 'api', ...PROFILES, '--out', OUT],
  'default, browser': ['run', '--out', OUT],
  'self-check, ten': ['self-check', '--sample', '10', '--seed', '1', '--out', OUT],
};

const WORK: Record<string, () => void> = {
  yardstick,
  ...Object.fromEntries(Object.entries(COMMANDS).map(([name, parameters]) => [name, () => run(parameters)])),
};

const rounds = Array.from({ length: ROUNDS }, () => Object.values(WORK).map(timed));
const seconds = Object.fromEntries(Object.keys(WORK).map((name, at) => [name, rounds.map((round) => round[at] ?? 0)]));
const unit = median(seconds.yardstick ?? []);
for (const [name, all] of Object.entries(seconds)) {
  const range = `${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)}`;
  const times = (median(all) / unit).toFixed(1);
  console.log(
    `${name.padEnd(22)} ${median(all).toFixed(1).padStart(6)} s  (${range})  ${times.padStart(6)} yardsticks`,
  );
}

function timed(work: () => void): number {
  const startedAtMs = performance.now();
  work();
  return (performance.now() - startedAtMs) / 1000;
}

function run(parameters: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['cli/main.ts', ...parameters], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${parameters.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
}

/** About a second of arithmetic on one core. */
function yardstick(): void {
  let digest = Buffer.alloc(32);
  for (let count = 0; count < 600_000; count += 1) digest = createHash('sha256').update(digest).digest();
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
