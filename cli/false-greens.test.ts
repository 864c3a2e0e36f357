import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startReference } from './reference.fixture.ts';

const HOUR_MS = 3_600_000;
const ONE_KEY = { secretSource: () => Buffer.from('the same key for all') };

/** Runs these requirements without a browser. */
async function runOf(ids: string[], ...flags: string[]) {
  const out = await reportFolder();
  const only = ids.flatMap((id) => ['--only', id]);
  const ended = await paircheck('run', '--drive', 'api', ...only, ...flags, '--out', out);
  return { ...ended, out };
}

/** A portal that gives every registration one key, until the test ends. */
async function oneKeyPortal(t: TestContext): Promise<string[]> {
  const { server, flags } = await startReference(ONE_KEY);
  t.after(() => server.close());
  return flags;
}

async function nobodyThere(): Promise<string[]> {
  const { server, flags } = await startReference();
  await server.close();
  return flags;
}

test('false green 1: no test matched, exit 0', async () => {
  const { exitCode, stdout, out } = await runOf([], '--tags', '@no-such-tag');
  assert.equal(exitCode, 3);
  assert.match(stdout, /^incomplete: nothing ran/m);
  assert.deepEqual(idsWith(await verdictIn(out), 'passed'), []);
});

const WRONG: [string, string[], RegExp][] = [
  ['an option that there is not', ['--drvie', 'api'], /unknown option '--drvie'/],
  ['a requirement that there is not', ['--only', 'OTP-99'], /"OTP-99"/],
  ['a profile that there is not', ['--profile', 'otp-cor'], /"otp-cor"/],
  ['a tag expression that is none', ['--tags', '@A and and'], /wanted a tag expression/],
  ['an address that is none', ['--portal-url', 'localhost'], /wanted an address/],
  ['test controls of no portal', ['--control-url', 'http://127.0.0.1:1'], /wanted --portal-url/],
  ['a phone API of no portal', ['--phone-api-url', 'http://127.0.0.1:1'], /wanted --portal-url/],
  ['a target file that is not there', ['no-such-target.yaml'], /no-such-target\.yaml/],
  ['a run that is not there', ['--rerun', 'no-such-run'], /"no-such-run"/],
];
for (const [what, flags, says] of WRONG) {
  test(`false green 3: a wrong configuration exits 0 (${what})`, async () => {
    const { exitCode, stdout, stderr } = await paircheck('run', ...flags);
    assert.equal(exitCode, 2, stderr);
    assert.match(stderr, says);
    assert.equal(stdout, '', 'nothing else is judged instead');
  });
}

test('false green 4: failures exit 0', async (t) => {
  const { exitCode, out } = await runOf(['QRC-04'], ...(await oneKeyPortal(t)));
  assert.equal(exitCode, 1);
  assert.deepEqual(idsWith(await verdictIn(out), 'failed'), ['QRC-04']);
});

test('false green 5: skipped MUSTs vanish from the sum', async () => {
  const { exitCode, stdout, out } = await runOf(['OTP-13', 'FLW-05'], '--tags', '@FLW-05');
  assert.equal(exitCode, 3);
  assert.match(stdout, /^incomplete: 1 of 2 requirements at level MUST did not run \(OTP-13\)$/m);
  const verdict = await verdictIn(out);
  assert.deepEqual([idsWith(verdict, 'passed'), idsWith(verdict, 'not run')], [['FLW-05'], ['OTP-13']]);
  assert.ok(verdict.evidence.expected > verdict.evidence.reached);
});

test('false green 6: the right refusal for the wrong reason', async (t) => {
  const { server, flags } = await startReference({}, HOUR_MS);
  t.after(() => server.close());
  const { exitCode, out } = await runOf(['OTP-05'], ...flags);
  const verdict = await verdictIn(out);
  const requirement = verdict.requirements.find(({ id }) => id === 'OTP-05');
  const pieces = requirement?.scenarios.flatMap((scenario) => scenario.pieces) ?? [];
  assert.ok(pieces.length > 0 && pieces.every(({ holds }) => holds), 'what is no code was refused, as it should be');
  assert.equal(requirement?.status, 'not run', 'yet so is every code, since the clock of this portal is wrong');
  assert.match(requirement?.reason ?? '', /^blocked at "Then as a check, /);
  assert.equal(exitCode, 3);
});

test('false green 7: the set-up failed, what stood behind it never ran, and the report shows passes', async (t) => {
  const { server, flags } = await startReference({}, HOUR_MS);
  t.after(() => server.close());
  const { exitCode, stdout, out } = await runOf(['AFT-01', 'LOG-02'], ...flags);
  const verdict = await verdictIn(out);
  assert.deepEqual([idsWith(verdict, 'passed'), idsWith(verdict, 'not run')], [['LOG-02'], ['AFT-01']]);
  assert.equal(exitCode, 3);
  assert.match(stdout, /^incomplete: 1 of 2 requirements at level MUST did not run \(AFT-01\)$/m);
});

test('false green 9: nothing was connected, still passes', async () => {
  const { exitCode, stdout, out } = await runOf(['OTP-01', 'LOG-02'], ...(await nobodyThere()));
  assert.equal(exitCode, 4);
  assert.match(stdout, /ECONNREFUSED/);
  assert.deepEqual(idsWith(await verdictIn(out), 'passed'), []);
});

test('false green 10: kill scores inflated: the defect was not active, or another test caught it', async (t) => {
  const ids = ['QRC-04', 'QRC-03', 'LOG-02'];
  const sound = await runOf(ids);
  assert.equal(sound.exitCode, 0, 'without the defect nothing fails');
  const { out } = await runOf(ids, ...(await oneKeyPortal(t)));
  const verdict = await verdictIn(out);
  assert.deepEqual(idsWith(verdict, 'failed'), ['QRC-04'], 'with it only what is about it');
  assert.deepEqual(idsWith(verdict, 'passed').sort(), ['LOG-02', 'QRC-03']);
});

/** What each file of a run says of the whole. */
async function saidIn(out: string) {
  const read = (name: string) => readFile(join(out, 'latest', name), 'utf8');
  const texts = await Promise.all(
    ['junit.xml', 'ctrf.json', 'earl.json', 'badge.svg', 'statement.html', 'report.html'].map(read),
  );
  const [junit = '', ctrf = '', earl = '', badge = '', statement = '', report = ''] = texts;
  const whole = parseHTML(junit).document.querySelector('testcase[name="The verdict"]');
  const graph = JSON.parse(earl)['@graph'] as { 'earl:test'?: string; 'earl:result'?: Record<string, string> }[];
  const { results, extra } = JSON.parse(ctrf);
  return {
    junitIsGreen: whole?.querySelector('failure, error') === null,
    ctrf: extra,
    ctrfIsGreen: results.tests.find(({ testId }: { testId: string }) => testId === 'run').status === 'passed',
    earl: graph.find((node) => node['earl:test'] === '_:run')?.['earl:result']?.['earl:outcome'],
    badge: /<title>paircheck: (.*?) \d+ of/.exec(badge)?.[1],
    statement: parseHTML(statement).document.body.textContent ?? '',
    report: parseHTML(report).document.body.textContent ?? '',
  };
}

const NO_FLAGS = async () => [] as string[];
const OUTCOMES: [string, number, string, (t: TestContext) => Promise<string[]>][] = [
  ['conformant', 0, 'earl:passed', NO_FLAGS],
  ['non-conformant', 1, 'earl:failed', oneKeyPortal],
  ['incomplete', 3, 'earl:cantTell', async () => ['--tags', '@no-such-tag']],
  ['harness error', 4, 'earl:cantTell', nobodyThere],
];
for (const [outcome, exitCode, assertion, flagsOf] of OUTCOMES) {
  test(`false green 11: two paths compute the exit code differently (${outcome})`, async (t) => {
    const run = await runOf(['QRC-04'], ...(await flagsOf(t)));
    assert.equal(run.exitCode, exitCode, run.stdout);
    assert.match(run.stdout, new RegExp(`^${outcome}: `, 'm'));
    const verdict = await verdictIn(run.out);
    assert.deepEqual([verdict.outcome, verdict.exitCode], [outcome, exitCode]);
    const said = await saidIn(run.out);
    assert.deepEqual([said.ctrf.outcome, said.ctrf.exitCode], [outcome, exitCode]);
    assert.deepEqual([said.junitIsGreen, said.ctrfIsGreen], [exitCode === 0, exitCode === 0]);
    assert.deepEqual([said.earl, said.badge], [assertion, outcome]);
    assert.ok(said.statement.includes(verdict.reason) && said.report.includes(verdict.reason));
    const again = await paircheck('report', join(run.out, 'latest'), '--out', await reportFolder());
    assert.equal(again.exitCode, exitCode, 'the reports of it, written once more, end as it did');
  });
}
