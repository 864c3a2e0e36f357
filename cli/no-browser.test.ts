import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import { judge } from '../reports/verdict.ts';
import { targetAt } from '../targets/target.ts';
import { runSentences } from './cucumber.ts';
import { idsWith, paircheck, paircheckIn, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startOfRun } from './prepare-run.ts';
import { startReference } from './reference.fixture.ts';
import { judgeInput, type RunRecord, testimonyFor } from './run-record.ts';
import { requestOf } from './run-request.ts';
import { catalogueFolder } from './surroundings.ts';

const NEEDS_ONE = 'QRC-11';
const NEEDS_NONE = 'LOG-02';

/** Runs sentences as `paircheck run` does, for a web user who was to have a browser, which was found nowhere. */
async function judgedWithoutBrowser() {
  const { server } = await startReference();
  const { portalUrl, phoneApiUrl, controlUrl = '' } = server.addresses;
  const target = targetAt('a portal', { portalUrl, phoneApiUrl, controlUrl });
  const flags = { profile: [], account: [], only: [NEEDS_ONE, NEEDS_NONE], out: '' };
  const request = await requestOf(flags, { catalogue: await loadCatalogue(catalogueFolder), env: {} });
  const record: RunRecord = {
    envelopes: [],
    problems: [],
    interrupted: false,
    startedAt: new Date(),
    declarations: {},
  };
  await runSentences({
    tags: request.selection.tags,
    order: 'defined',
    parameters: { targets: [target], drive: 'browser', startEpochMs: startOfRun() },
    workers: 1,
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    onMessage: (envelope) => record.envelopes.push(envelope),
  });
  await server.close();
  return judge(judgeInput(request, record, testimonyFor(request, record)));
}

test('what needs a browser is not run where one was wanted and there is none, and the run is incomplete', async () => {
  const verdict = await judgedWithoutBrowser();
  assert.equal(verdict.exitCode, 3, verdict.reason);
  assert.deepEqual(idsWith(verdict, 'not run'), [NEEDS_ONE]);
  assert.deepEqual(idsWith(verdict, 'passed'), [NEEDS_NONE]);
  const lacking = verdict.requirements.find(({ id }) => id === NEEDS_ONE);
  assert.match(lacking?.reason ?? '', /^needs a browser: .*PUPPETEER_EXECUTABLE_PATH$/);
});

test('what needs a browser is not claimed where whoever runs the suite chose to do without, and the rest is', async () => {
  const out = await reportFolder();
  const run = await paircheck('run', '--drive', 'api', '--only', NEEDS_ONE, '--only', NEEDS_NONE, '--out', out);
  assert.equal(run.exitCode, 0, run.stdout);
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'passed'), [NEEDS_NONE]);
  const leftOut = verdict.requirements.find(({ id }) => id === NEEDS_ONE);
  assert.equal(leftOut?.status, 'not claimed');
  assert.match(leftOut?.reason ?? '', /leave out --drive api$/);
});

test('a browser that was named and is not there is told at once: nothing runs, and nothing is said of the portal', async () => {
  const out = await reportFolder();
  const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: '/no/such/browser' };
  const { exitCode, stdout, stderr } = await paircheckIn(
    env,
    'run',
    '--only',
    NEEDS_ONE,
    '--only',
    NEEDS_NONE,
    '--out',
    out,
  );
  assert.equal(exitCode, 4, stderr);
  assert.match(stdout, /PUPPETEER_EXECUTABLE_PATH is \/no\/such\/browser, where there is no file/);
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'not run').sort(), [NEEDS_NONE, NEEDS_ONE]);
  assert.deepEqual(idsWith(verdict, 'passed'), []);
});
