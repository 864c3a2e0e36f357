import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fault as replayInTheStep } from '../reference-server/faults/f-060-replay-within-the-step.ts';
import { fault as replayInTheNextStep } from '../reference-server/faults/f-061-replay-in-the-next-step.ts';
import { fault as wideAtSignIn } from '../reference-server/faults/f-143-wide-window-at-the-sign-in.ts';
import type { Seams } from '../reference-server/seams.ts';
import { variant } from '../reference-server/variants/code-on-the-web.ts';
import { paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startReference } from './reference.fixture.ts';

const REPLAYS = 'A code that signed in on the web does not sign in there again';
const OF_ANOTHER = 'A code signs in on the web only the user whose key it comes from';
const AT_ONCE = `${REPLAYS} at once`;
const NEXT_STEP = `${REPLAYS} in the next step`;
const FAR_AWAY = ['3 steps ahead', '1 hour ahead', '3 steps ago', '1 hour ago'].map(
  (distance) => `No code of ${distance} signs in on the web`,
);

/** What becomes of sentences on the sign-in on the web, at a portal that asks for codes there, with a defect. */
async function outcomesWith(
  seams: Seams,
  sentences: readonly string[] = [AT_ONCE, NEXT_STEP, OF_ANOTHER],
  ids: readonly string[] = ['OTP-13', 'OTP-17'],
): Promise<Record<string, string>> {
  const { server, flags } = await startReference({ seams: { ...variant.seams(), ...seams } });
  const out = await reportFolder();
  try {
    await paircheck('run', ...flags, '--drive', 'api', ...ids.flatMap((id) => ['--only', id]), '--out', out);
  } finally {
    await server.close();
  }
  const { requirements } = await verdictIn(out);
  const onTheWeb = requirements.flatMap(({ scenarios }) => scenarios).filter(({ name }) => sentences.includes(name));
  return Object.fromEntries(onTheWeb.map(({ name, outcome }) => [name, outcome]));
}

test('where the web asks for a code at the sign-in, one that was used signs in no more', async () => {
  assert.deepEqual(await outcomesWith({}), { [AT_ONCE]: 'holds', [NEXT_STEP]: 'holds', [OF_ANOTHER]: 'holds' });
});

test('a portal that forgets the codes it has taken is found there', async () => {
  const atOnce = await outcomesWith(replayInTheStep.seams());
  assert.deepEqual([atOnce[AT_ONCE], atOnce[NEXT_STEP]], ['does not hold', 'does not hold']);
  const later = await outcomesWith(replayInTheNextStep.seams());
  assert.deepEqual([later[AT_ONCE], later[NEXT_STEP]], ['holds', 'does not hold']);
});

test('a portal that takes any code there is found by the code of another user', async () => {
  const takesAny: Seams['rules'] = (rules) => (state, event, at) => {
    const policy = { ...at.policy, matchingSteps: () => [Number.MAX_SAFE_INTEGER] };
    return rules(state, event, event.type === 'prove' ? { ...at, policy } : at);
  };
  assert.equal((await outcomesWith({ rules: takesAny }))[OF_ANOTHER], 'does not hold');
});

test('a window that is too wide there alone is found', async () => {
  const outcomes = async (seams: Seams) => Object.values(await outcomesWith(seams, FAR_AWAY, ['OTP-09']));
  assert.deepEqual(await outcomes({}), ['holds', 'holds', 'holds', 'holds']);
  const withinSixSteps = 'does not hold';
  assert.deepEqual(await outcomes(wideAtSignIn.seams()), [withinSixSteps, 'holds', withinSixSteps, 'holds']);
});

test('where it asks for none, that is left open', async () => {
  const { server, flags } = await startReference();
  const out = await reportFolder();
  await paircheck('run', ...flags, '--drive', 'api', '--only', 'OTP-13', '--out', out);
  await server.close();
  const [otp13] = (await verdictIn(out)).requirements.filter(({ id }) => id === 'OTP-13');
  assert.equal(otp13?.status, 'passed');
  const web = otp13?.scenarios.find(({ name }) => name === AT_ONCE);
  assert.deepEqual(
    [web?.outcome, web?.reason],
    ['left open', 'a code at the sign-in on the web: the portal asks for none'],
  );
});
