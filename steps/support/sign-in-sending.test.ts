import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotDemanded } from '../../simulators/errors.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import type { Person } from './person.ts';
import { signInSending } from './sign-in-sending.ts';

const sent: string[] = [];

/** Somebody whose app sends a code or does not, and then shows a screen of this title. */
function personWith({ sends, title }: { sends: boolean; title: string }) {
  const phone = {
    signIn: async (_: unknown, code: (own: string) => string) => void (sends && sent.push(code('111111'))),
    screen: async () => ({ title }),
  };
  return { phone, credentials: { username: 'u', password: 'p' } } as unknown as Person;
}

test('the code is sent in place of the own one, whatever comes of it', async () => {
  await signInSending(personWith({ sends: true, title: TITLES.conversations }), () => '222222');
  assert.deepEqual(sent, ['222222']);
});

test('an app that lets somebody in without a code shows nothing of codes', async () => {
  const act = () => signInSending(personWith({ sends: false, title: TITLES.conversations }), () => '222222');
  await assert.rejects(act, NotDemanded);
});

test('an app that lets nobody in has refused before there was a code to send', async () => {
  await signInSending(personWith({ sends: false, title: TITLES.signedOut }), () => '222222');
});
