import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPhoneFault, loadPhoneFaults } from './load.ts';
import { PhoneProbe } from './probe.ts';

test('a defect is found by its id, and what is none is not', async () => {
  const [first] = await loadPhoneFaults();
  assert.equal(first && (await findPhoneFault(first.id)), first);
  await assert.rejects(findPhoneFault('F-999'), /"F-999" is none/);
});

test('a phone that is made from one with a defect has it too', async () => {
  const { apply } = await findPhoneFault('F-014');
  const { phone } = new PhoneProbe(apply);
  const credentials = { username: 'user', password: 'a-made-up-password' };
  for (const other of [phone, phone.duplicate(), phone.copySession()]) {
    await other.signIn(credentials);
    assert.deepEqual((await other.screen()).actions, ['Cancel', 'Scan QR', 'Later']);
  }
});
