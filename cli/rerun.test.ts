import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import { FAILED, type ScenarioScript, SKIPPED } from '../reports/envelopes.fixture.ts';
import { LOG_01, RUN } from '../reports/verdict.fixture.ts';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';
import { rerunOf } from './rerun.ts';
import type { RunFlags } from './run-options.ts';
import { scenarioThat, storedRun } from './stored-run.fixture.ts';
import { catalogueFolder } from './surroundings.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const NO_FLAGS: RunFlags = { profile: [], account: [], only: [], out: 'reports/out' };

const SENTENCE = 'Then it is so';
const FAILS = [{ sentence: SENTENCE, evidence: [{ holds: false }] }];

/** A run with one requirement of each status, all of them in the profile documented-flow. */
function everyStatus(): Promise<string> {
  const scripts: ScenarioScript[] = [
    { name: 'passed', tags: ['@LOG-01'] },
    { name: 'failed', tags: ['@LOG-02'], steps: FAILS },
    { name: 'warned', tags: ['@POP-02'], steps: FAILS },
    { name: 'informed', tags: ['@POP-03'], steps: FAILS },
    { name: 'not run', tags: ['@CAM-01'], steps: [{ sentence: SENTENCE, status: SKIPPED }] },
    { name: 'known failure', tags: ['@CAM-02'], steps: FAILS },
    {
      name: 'flaky',
      tags: ['@NAV-01'],
      attempts: [[{ sentence: SENTENCE, status: FAILED, evidence: [] }], [{ sentence: SENTENCE }]],
    },
    { name: 'not claimed', tags: ['@NAV-02'], steps: FAILS },
  ];
  const levels = { 'POP-02': 'SHOULD', 'POP-03': 'MAY' } as const;
  const ids = scripts.flatMap(({ tags = [] }) => tags.map((tag) => tag.slice(1)));
  return storedRun(scripts, {
    requirements: ids.map((id) => ({ ...LOG_01, id, level: levels[id as keyof typeof levels] ?? 'MUST' })),
    run: {
      ...RUN,
      knownFailures: [{ id: 'CAM-02', reason: 'promised' }],
      declaredAbsent: [{ id: 'NAV-02', reason: 'none' }],
    },
  });
}

describe('the flags of a rerun', () => {
  it('ask for what failed, what was not met, and what was not shown, with the profiles and the drive of that run', async () => {
    const { flags } = await rerunOf(NO_FLAGS, await everyStatus(), catalogue);
    assert.deepEqual(flags?.only, ['LOG-02', 'POP-02', 'POP-03', 'CAM-01', 'CAM-02', 'NAV-01']);
    assert.deepEqual([flags?.profile, flags?.drive], [['documented-flow'], 'api']);
  });

  it('are as they were given anew, and of another profile only what is in it', async () => {
    const run = await everyStatus();
    const { flags } = await rerunOf({ ...NO_FLAGS, drive: 'browser', profile: ['documented-flow'] }, run, catalogue);
    assert.equal(flags?.drive, 'browser');
    const other = await rerunOf({ ...NO_FLAGS, profile: ['otp-core'] }, run, catalogue);
    assert.ok(other.nothingFailedIn);
  });

  it('have the addresses of that run, and none of them where another portal is named', async () => {
    const run = await everyStatus();
    const kept = { portalUrl: 'http://127.0.0.1:1', controlUrl: 'http://127.0.0.1:2' };
    await writeFile(join(run, 'run.json'), JSON.stringify(kept));
    const same = await rerunOf({ ...NO_FLAGS, controlUrl: 'http://127.0.0.1:3' }, run, catalogue);
    assert.deepEqual([same.flags?.portalUrl, same.flags?.controlUrl], ['http://127.0.0.1:1', 'http://127.0.0.1:3']);
    const moved = await rerunOf({ ...NO_FLAGS, portalUrl: 'http://127.0.0.1:4' }, run, catalogue);
    assert.deepEqual([moved.flags?.portalUrl, moved.flags?.controlUrl], ['http://127.0.0.1:4', undefined]);
    const described = await rerunOf({ ...NO_FLAGS, target: 'other.yaml' }, run, catalogue);
    assert.deepEqual([described.flags?.target, described.flags?.portalUrl], ['other.yaml', undefined]);
  });
});

test('a rerun runs only what failed, against the same portal, and a mended one turns it green', async (t) => {
  const out = await reportFolder();
  const bad = await startTestReference(t, { secretSource: () => Buffer.from('the same key for all') });
  const flags = bad.flatMap((line) => {
    const [name = '', url = ''] = line.split(': ');
    return [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, url];
  });
  const ids = ['--profile', 'otp-core', '--only', 'QRC-04', '--only', 'QRC-03'];
  const before = await paircheck('run', '--drive', 'api', ...ids, ...flags, '--out', out);
  assert.equal(before.exitCode, 1, before.stderr);
  const first = await verdictIn(out);
  assert.deepEqual([idsWith(first, 'failed'), idsWith(first, 'passed')], [['QRC-04'], ['QRC-03']]);
  const latest = join(out, 'latest');
  const second = await paircheck('run', '--rerun', latest, '--out', out);
  assert.equal(second.exitCode, 1, second.stderr);
  const again = await verdictIn(out);
  assert.deepEqual([idsWith(again, 'failed'), idsWith(again, 'passed')], [['QRC-04'], []]);
  assert.deepEqual([again.target.name, again.target.drive], [first.target.name, 'api']);
  assert.deepEqual(
    again.profiles.map(({ name }) => name),
    ['otp-core'],
  );
  const good = await startTestReference(t);
  const mended = good.map((line) => line.replace(/^.*?: /, ''));
  const anew = ['--portal-url', mended[0] ?? '', '--phone-api-url', mended[1] ?? '', '--control-url', mended[2] ?? ''];
  const third = await paircheck('run', '--rerun', latest, ...anew, '--out', out);
  assert.equal(third.exitCode, 0, third.stdout + third.stderr);
  assert.deepEqual(idsWith(await verdictIn(out), 'passed'), ['QRC-04']);
});

test('where nothing failed a rerun says so, runs nothing, and ends as that run did', async () => {
  const out = await reportFolder();
  const good = await paircheck('run', '--rerun', await storedRun([scenarioThat(true)]), '--out', out);
  assert.equal(good.exitCode, 0);
  assert.match(
    good.stdout,
    /^nothing failed there: no requirement of \S+ has to be run again\n {2}it was conformant: 1 /,
  );
  const broken = await storedRun([scenarioThat(true)], { run: { ...RUN, problems: ['the server ended'] } });
  const { exitCode, stdout } = await paircheck('run', '--rerun', broken, '--out', out);
  assert.equal(exitCode, 4, 'what broke down there is not green here');
  assert.match(stdout, /\n {2}it was harness error: nothing can be said/);
  await assert.rejects(verdictIn(out), 'nothing was run');
});

test('a rerun that cannot be is refused with 2', async () => {
  const nowhere = await paircheck('run', '--rerun', 'no-such-run');
  assert.equal(nowhere.exitCode, 2);
  assert.match(nowhere.stderr, /wanted the folder of a run .*got "no-such-run"/);
  const both = await paircheck('run', '--rerun', 'latest', '--only', 'OTP-13');
  assert.equal(both.exitCode, 2);
  assert.match(both.stderr, /'--rerun <run>' cannot be used with option '--only <id>'/);
  const foreign = await storedRun([scenarioThat(false)], {
    target: { name: 'Portal', drive: 'api', declarations: {} },
  });
  const { exitCode, stderr } = await paircheck('run', '--rerun', foreign);
  assert.equal(exitCode, 2);
  assert.match(stderr, /wanted --portal-url or a target file: .*run\.json, which says where Portal answered, cannot/);
});

test('what a run keeps for a rerun are the addresses, without their queries', async () => {
  const out = await reportFolder();
  const secret = 'http://127.0.0.1:1/?token=do-not-keep';
  await paircheck('run', '--drive', 'api', '--tags', '@nothing', '--portal-url', secret, '--out', out);
  const kept = JSON.parse(await readFile(join(out, 'latest', 'run.json'), 'utf8'));
  assert.deepEqual(kept, { portalUrl: 'http://127.0.0.1:1/' });
});
