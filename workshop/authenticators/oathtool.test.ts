import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import expected from './expected.json' with { type: 'json' };
import { idsIn } from './ids-in.ts';
import { AUTHENTICATORS, findInstalled } from './installed.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TARGET = join(ROOT, 'examples', 'authenticators', 'oathtool.yaml');
const { oathtool } = AUTHENTICATORS;
const IS_MISSING = !(oathtool && findInstalled(oathtool)) && 'oathtool, zbarimg or python3 is not on this machine';

/** What of the portal, and of the phone, only its own codes can show; and one that oathtool is known to fail. */
const ASKED = ['OTP-03', 'OTP-13', 'APP-02', 'APP-10'];

test('a portal is judged with oathtool as the phone, and so is oathtool', { skip: IS_MISSING }, async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'paircheck-test-'));
  t.after(() => rm(out, { recursive: true, force: true }));
  const flags = [...ASKED.flatMap((id) => ['--only', id]), '--drive', 'api', '--out', out];
  const parameters = [join(ROOT, 'cli', 'main.ts'), 'run', TARGET, ...flags];
  const { status, stdout } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
  const idsThat = idsIn(out);
  assert.deepEqual(idsThat('passed'), ['OTP-03', 'OTP-13', 'APP-02'], stdout);
  assert.deepEqual(idsThat('failed'), ['APP-10'], stdout);
  assert.equal(status, 1);
});

test('each target file has its expectations, and each authenticator its target file', async () => {
  const files = await readdir(join(ROOT, 'examples', 'authenticators'));
  const targets = files.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  assert.deepEqual(targets.toSorted(), Object.keys(AUTHENTICATORS).toSorted());
  assert.deepEqual(targets.toSorted(), Object.keys(expected).toSorted());
});

test('an authenticator that is not there is not found', () => {
  assert.equal(findInstalled({ programs: [['no-such-authenticator', '--version']], install: '' }), undefined);
  const python = { module: 'no_such_module', variable: 'X' };
  assert.equal(findInstalled({ programs: [], python, install: '' }), undefined);
});
