import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Recorder } from '../../simulators/network/recorder.ts';
import { DocumentedWebUser } from '../../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import { TextPage } from '../../simulators/web-user/text/text-page.ts';
import { findWay } from './find-way.ts';
import { ADA, type LAST_PAGES, serveForeignPortal } from './foreign-portal.fixture.ts';

/** What is found where the last page shows that; nothing may be pressed on the way that ends, removes or sends something. */
async function wayTo(context: TestContext, last: keyof typeof LAST_PAGES) {
  const { url, asked, close } = await serveForeignPortal(last);
  context.after(close);
  const web = new DocumentedWebUser(new TextPage(new Recorder()), { url, labels: labelsOf({}), bookmarks: {} });
  await web.openPortal();
  await web.signInHere(ADA);
  const way = await findWay(web, ADA.username);
  assert.ok(asked.includes('POST /begin'), 'the last page was seen');
  assert.deepEqual(
    asked.filter((name) => /gone|off|out|mail/.test(name)),
    [],
  );
  return way;
}

test('what leads to a QR code beside a field for a code is found, with what sends it', async (context) => {
  const path = ['Settings', 'Security', 'Two-factor login', 'Set up'];
  assert.deepEqual(await wayTo(context, 'a QR code and a field'), { path, asksForName: false, submit: 'Verify' });
});

test('so is what leads to a form for the name of a device', async (context) => {
  assert.equal((await wayTo(context, 'a form for a name'))?.asksForName, true);
});

for (const last of ['a field alone', 'a QR code alone'] as const) {
  test(`${last} is none`, async (context) => assert.equal(await wayTo(context, last), undefined));
}
