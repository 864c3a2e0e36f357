/**
 * `npm run authenticators [NAME...] [-- --drive browser]`: the built-in reference with real authenticators as phones,
 * those of examples/authenticators that are installed, judged by `otp-core` with the real command line. Ends with 1 where
 * a verdict is not what `workshop/authenticators/expected.json` and docs/authenticators.md say, or none is installed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import expectations from './authenticators/expected.json' with { type: 'json' };
import { idsIn } from './authenticators/ids-in.ts';
import { AUTHENTICATORS, findInstalled, type Installed } from './authenticators/installed.ts';

/** The ids of what did not pass, by what became of it. */
interface Expected {
  failed: string[];
  warned: string[];
  notRun: string[];
}

interface Row {
  isAsExpected: boolean;
  columns: string[];
}

const HEADINGS = ['', 'authenticator', 'version', 'passed', 'failed', 'warned', 'not run'];

const { values, positionals } = parseArgs({
  options: { drive: { type: 'string', default: 'api' } },
  allowPositionals: true,
});
const known: Record<string, Expected> = expectations;
const unknown = positionals.find((name) => !(name in AUTHENTICATORS));
if (unknown !== undefined) {
  throw new Error(`wanted authenticators such as ${Object.keys(AUTHENTICATORS).join(', ')}, got "${unknown}"`);
}
const asked = Object.entries(AUTHENTICATORS).filter(([name]) => positionals.length === 0 || positionals.includes(name));
const missing: string[] = [];
const rows = asked.flatMap(([name, authenticator]) => {
  const installed = findInstalled(authenticator);
  if (installed) return [judge(name, installed)];
  missing.push(`not installed: ${name.padEnd(9)}  ${authenticator.install}`);
  return [];
});
if (rows.length > 0) console.log(table([HEADINGS, ...rows.map(({ columns }) => columns)]));
if (missing.length > 0) console.log(missing.join('\n'));
if (rows.length === 0 || !rows.every(({ isAsExpected }) => isAsExpected)) process.exitCode = 1;

function judge(name: string, { version, env }: Installed): Row {
  const out = join('reports', 'out', 'authenticators', name);
  const flags = ['--profile', 'otp-core', '--drive', values.drive, '--out', out];
  const parameters = ['cli/main.ts', 'run', `examples/authenticators/${name}.yaml`, ...flags];
  rmSync(join(out, 'latest'), { recursive: true, force: true });
  spawnSync(process.execPath, parameters, { env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] });
  const idsThat = idsIn(out);
  const seen = { failed: idsThat('failed'), warned: idsThat('warned'), notRun: idsThat('not run') };
  const isAsExpected = idsThat('passed').length > 0 && JSON.stringify(seen) === JSON.stringify(known[name]);
  const lists = [seen.failed, seen.warned, seen.notRun].map((ids) => ids.join(' ') || '-');
  const mark = isAsExpected ? 'as expected' : 'OTHERWISE';
  return { isAsExpected, columns: [mark, name, version, String(idsThat('passed').length), ...lists] };
}

function table(lines: string[][]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
