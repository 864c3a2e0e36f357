/** `npm run build`: `dist/` is the tree again with JavaScript for TypeScript, without tests: what npm publishes. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const ROOMS = ['cli', 'targets', 'features', 'steps', 'simulators', 'reference-server', 'reports', 'protocol'];

rmSync(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules', '.bin', 'tsc');
const { status } = spawnSync(compiler, ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) {
  process.exit(1);
}
for (const room of ROOMS.filter((name) => existsSync(join(root, name)))) {
  cpSync(join(root, room), join(dist, room), { recursive: true, filter: isNeededAtRunTime });
}

/** Sources were compiled just now; recorded runs (`.ndjson`) are read by tests alone; `reports/out` is what runs leave. */
function isNeededAtRunTime(path: string): boolean {
  return statSync(path).isDirectory()
    ? relative(root, path) !== join('reports', 'out')
    : !/\.(tsx?|ndjson|md)$/.test(path);
}
