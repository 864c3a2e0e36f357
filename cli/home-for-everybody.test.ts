import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fault as sessionThatStays } from '../reference-server/faults/f-111-session-fixation.ts';
import { variant } from '../reference-server/variants/home-for-everybody.ts';
import { paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startReference } from './reference.fixture.ts';

test('a session that begins a step behind the first page, and keeps its id, is found', async () => {
  const { server, flags } = await startReference({ seams: { ...variant.seams(), ...sessionThatStays.seams() } });
  const out = await reportFolder();
  await paircheck('run', ...flags, '--drive', 'api', '--only', 'ABU-08', '--out', out);
  await server.close();
  const { requirements } = await verdictIn(out);
  assert.equal(requirements.find(({ id }) => id === 'ABU-08')?.status, 'failed');
});
