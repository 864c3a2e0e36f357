import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import type { Page } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import { partly } from '../partly.ts';
import { openKnownSignIn } from './known-sign-in.ts';

const FORM = 'http://127.0.0.1/sign-in';

/** Opens the sign-in by what is known of it. @returns how often its form was looked for by other means */
async function opened(portal: Portal): Promise<number> {
  let at = 'about:blank';
  let walks = 0;
  const page = partly<Page>(
    {
      open: async (address) => {
        at = address;
      },
      address: () => at,
    },
    'more of a page',
    'it is on paper',
  );
  const comeThere = async () => {
    walks += 1;
    at = FORM;
  };
  await openKnownSignIn(page, portal, { comeThere, comesToPassword: async () => at === FORM });
  assert.equal(at, FORM);
  return walks;
}

test('the page with the form is walked to once', async () => {
  const portal: Portal = { url: 'http://127.0.0.1/', labels: labelsOf({}), bookmarks: {} };
  assert.equal(await opened(portal), 1);
  assert.equal(portal.bookmarks.signIn, FORM);
  assert.equal(await opened(portal), 0);
});

test('an address that leads there no longer is not opened again', async () => {
  const bookmarks = { signIn: 'http://127.0.0.1/once' };
  const portal: Portal = { url: 'http://127.0.0.1/', labels: labelsOf({}), bookmarks };
  assert.equal(await opened(portal), 1);
  assert.equal(bookmarks.signIn, '');
  assert.equal(await opened(portal), 1);
});
