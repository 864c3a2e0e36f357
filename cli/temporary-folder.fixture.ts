import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

// What a test that failed has left behind may tell why.
process.on('exit', (exitCode) => {
  if (exitCode !== 0) return;
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, which is gone when the tests of this process have passed. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paircheck-test-'));
  folders.push(folder);
  return folder;
}
