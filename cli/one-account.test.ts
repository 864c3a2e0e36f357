import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Seams } from '../reference-server/seams.ts';
import { loadVariants } from '../reference-server/variants/load.ts';
import type { Credentials } from '../simulators/phone/phone.ts';
import { serverFault } from './known-bads.ts';
import { idsWith, paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';

const ADA = { username: 'ada', password: 'a-password-to-try' };
/** They name devices, register them, send wrong codes, and want accounts without a device. */
const IDS = ['NAV-01', 'NAV-08', 'LOG-08', 'MAN-05', 'FLW-03', 'FLW-04', 'AFT-02'];

type Closing = Parameters<typeof startTestReference>[0];

interface Asked {
  ids: readonly string[];
  fault?: string;
  variant?: string;
  accounts?: Credentials[];
  seed?: string;
}

async function seamsOf({ fault, variant }: Asked): Promise<Seams | undefined> {
  if (fault !== undefined) return (await serverFault(fault)).seams();
  return (await loadVariants()).find(({ id }) => id === variant)?.seams();
}

/** Runs requirements against a reference that has one account, or few, and makes no other. */
async function runWithOneAccount(closing: Closing, asked: Asked) {
  const { ids, accounts = [ADA], seed = '1' } = asked;
  const addresses = await startTestReference(closing, { accounts, seams: await seamsOf(asked) });
  const out = await reportFolder();
  const file = join(out, 'target.yaml');
  await writeFile(file, ['name: a portal', ...addresses, `accounts: ${JSON.stringify(accounts)}`, ''].join('\n'));
  const only = ids.flatMap((id) => ['--only', id]);
  const ended = await paircheck('run', file, '--drive', 'api', '--out', out, '--seed', seed, ...only);
  return { ...ended, verdict: await verdictIn(out) };
}

test('scenarios share one account, and none finds what another has left', async (context) => {
  const { exitCode, verdict } = await runWithOneAccount(context, { ids: IDS });
  assert.deepEqual([exitCode, idsWith(verdict, 'passed').sort()], [0, [...IDS].sort()]);
});

test('a defect is found with one account, by the requirement that it breaks and by no other', async (context) => {
  const { exitCode, verdict } = await runWithOneAccount(context, {
    fault: 'F-058',
    ids: ['NAV-01', 'FLW-03', 'AFT-02'],
  });
  assert.deepEqual([exitCode, idsWith(verdict, 'failed')], [1, ['FLW-03']]);
});

test('a registration that an earlier scenario has left unfinished is no device', async (context) => {
  const variant = 'one-open-registration';
  const accounts = ['ada', 'grace', 'kim'].map((username) => ({ ...ADA, username }));
  const ids = ['NAV-06', 'QRC-01', 'LOG-09', 'POP-03'];
  const { verdict } = await runWithOneAccount(context, { variant, accounts, ids });
  assert.deepEqual(idsWith(verdict, 'passed').sort(), ids.toSorted());
});

test('what locks an account, or takes two, is not run, with what would make it run', async (context) => {
  const { verdict } = await runWithOneAccount(context, { ids: ['ABU-01', 'OTP-17', 'NAV-01'] });
  const reasons = Object.fromEntries(verdict.requirements.map(({ id, reason }) => [id, reason ?? '']));
  assert.deepEqual(idsWith(verdict, 'passed'), ['NAV-01']);
  assert.match(reasons['ABU-01'] ?? '', /needs a fresh account/);
  assert.match(reasons['OTP-17'] ?? '', /needs a second account: give another with --account/);
});

test('an account that does not sign in is told as such, and nothing is said of the implementation', async (context) => {
  const [portalUrl = ''] = (await startTestReference(context, { accounts: [ADA] })).map((line) => line.split(': ')[1]);
  const flags = ['--portal-url', portalUrl, '--username', 'ada', '--password', 'another'];
  const out = await reportFolder();
  const { exitCode, stdout } = await paircheck('run', ...flags, '--drive', 'api', '--only', 'NAV-01', '--out', out);
  assert.equal(exitCode, 4);
  assert.match(stdout, /wanted to sign in as "ada" at .*check --username and --password/);
  assert.doesNotMatch(stdout, /another/);
});
