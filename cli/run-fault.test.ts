import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';

for (const [side, fault, id] of [
  ['server', 'F-060', 'OTP-13'],
  ['app', 'F-014', 'POP-02'],
] as const) {
  test(`run --fault shows what a defect of the ${side} looks like, and how to see it again`, async () => {
    const out = await reportFolder();
    const flags = ['--fault', fault.toLowerCase(), '--only', id, '--drive', 'api'];
    const { exitCode, stdout } = await paircheck('run', ...flags, '--out', out);
    const verdict = await verdictIn(out);
    assert.deepEqual([exitCode, idsWith(verdict, 'failed')], [1, [id]]);
    assert.equal(verdict.target.name, `the built-in reference with ${fault}`);
    assert.match(stdout, new RegExp(`--fault ${fault}`));
  });
}

test('a defect can be put into the reference alone, and has to be one of those that there are', async () => {
  const foreign = await paircheck('run', '--fault', 'F-060', '--portal-url', 'http://127.0.0.1:1');
  assert.deepEqual([foreign.exitCode, /only the reference can have it/.test(foreign.stderr)], [2, true]);
  const unknown = await paircheck('run', '--fault', 'F-999');
  assert.deepEqual([unknown.exitCode, /wanted a known defect from F-\d+\w? to F-\d+/.test(unknown.stderr)], [2, true]);
});
