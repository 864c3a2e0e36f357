import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { idsWith, paircheck, reportFolder, verdictIn } from '../../cli/paircheck.fixture.ts';
import expected from './expected.json' with { type: 'json' };
import { AUTHENTICATORS, findInstalled } from './installed.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TARGET = join(ROOT, 'examples', 'authenticators', 'oathtool.yaml');
const { oathtool } = AUTHENTICATORS;
const IS_MISSING = !(oathtool && findInstalled(oathtool)) && 'oathtool, zbarimg or python3 is not on this machine';

/** What of the portal, and of the phone, only its own codes can show; and one that oathtool is known to fail. */
const ASKED = ['OTP-03', 'OTP-13', 'APP-02', 'APP-10'];

test('a portal is judged with oathtool as the phone, and so is oathtool', { skip: IS_MISSING }, async () => {
  const out = await reportFolder();
  const only = ASKED.flatMap((id) => ['--only', id]);
  const { exitCode, stdout } = await paircheck('run', TARGET, ...only, '--drive', 'api', '--out', out);
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'passed'), ['OTP-03', 'OTP-13', 'APP-02'], stdout);
  assert.deepEqual(idsWith(verdict, 'failed'), ['APP-10'], stdout);
  assert.equal(exitCode, 1);
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
