import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';

const FOLDER = fileURLToPath(new URL('../examples/plain-node/', import.meta.url));
/** What needs no other time than this, of the app and of the portal: scripts draw both, and send all that is sent. */
const IDS = ['LOG-01', 'POP-02', 'CAM-01', 'NAV-03', 'NAV-05', 'NAV-06', 'QRC-01', 'MAN-02', 'FLW-04', 'FLW-07'];

/** The example's own target file, on the machine's clock: not every machine can hold a foreign one. */
async function targetFile(folder: string): Promise<string> {
  const { start, clock, ...target } = parse(await readFile(join(FOLDER, 'paircheck.yaml'), 'utf8'));
  const file = join(folder, 'target.yaml');
  assert.equal(clock, 'faketime');
  await writeFile(file, stringify({ ...target, start: { ...start, cwd: FOLDER } }));
  return file;
}

test('the example in plain Node keeps what it is asked for here', async () => {
  const out = await reportFolder();
  const only = IDS.flatMap((id) => ['--only', id]);
  const { exitCode, stderr } = await paircheck('run', await targetFile(out), ...only, '--out', out);
  assert.deepEqual(idsWith(await verdictIn(out), 'passed').sort(), [...IDS].sort(), stderr);
  assert.equal(exitCode, 0);
});
