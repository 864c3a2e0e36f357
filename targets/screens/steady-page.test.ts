import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked } from '../../simulators/errors.ts';
import { PaperPortal } from './paper-portal.fixture.ts';
import { steadyPage } from './steady-page.ts';

/** A page that fails a few times before it is pressed. */
async function pressing(failures: number, failure: Error): Promise<boolean> {
  const page = await new PaperPortal().openFresh();
  let left = failures;
  const press = async (_name: unknown, beside?: string) => {
    left -= 1;
    if (left >= 0) throw failure;
    return beside === 'the password';
  };
  return steadyPage(Object.assign(page, { press })).press('Sign in', 'the password');
}

test('what is drawn anew is reached for again, and not for ever', async () => {
  assert.equal(await pressing(4, new Blocked('drawn anew', { wasDrawnAnew: true })), true);
  await assert.rejects(pressing(5, new Blocked('drawn anew', { wasDrawnAnew: true })), Blocked);
});

test('what is not offered is not reached for again', async () => {
  await assert.rejects(pressing(1, new Blocked('not there')), Blocked);
});
