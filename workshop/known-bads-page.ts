/**
 * Checks that docs/known-bads.md tells of every known-bad as its file does; with `--write`, writes it anew.
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const PATH = 'docs/known-bads.md';

const { stdout, stderr, status } = spawnSync(process.execPath, ['cli/main.ts', 'list', '--known-bads'], {
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(stderr);
  process.exitCode = 1;
} else if (process.argv.includes('--write')) {
  await writeFile(PATH, stdout);
} else if (stdout !== (await readFile(PATH, 'utf8').catch(() => ''))) {
  console.error(`${PATH} does not fit the known-bads: look at what changed, then npm run format`);
  process.exitCode = 1;
}
