import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type Axe from 'axe-core';
import { ACCOUNT, codeOn, OpenPage, signIn, startRegistration } from './side-by-side.fixture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Standing still, a code stays what it is for as long as the test takes. */
const CLOCK = '2026-11-24T12:00:15.000Z';

let page: OpenPage;

before(async () => {
  page = await OpenPage.open('--clock', CLOCK);
});

after(() => page.close());

/** Waits until these words are on the page, or on a part of it. */
const says = (words: string, selector = 'body') =>
  page.tab.waitForFunction(
    (wanted, where) => document.querySelector(where)?.textContent?.includes(wanted),
    {},
    words,
    selector,
  );
const textOf = (selector: string) => page.tab.$eval(selector, ({ textContent }) => textContent ?? '');
const focusedFrame = () => page.tab.evaluate(() => document.activeElement?.getAttribute('title'));
const stateNow = () => textOf('.states .current .name');

/** One after the other: each goes on where the one before it has left portal and phone. */
test('portal and phone side by side', async (t) => {
  await t.test(
    'the whole flow in one page, with a camera that looks at the portal, a clock that is turned and a defect',
    async () => {
      const { portal, phone } = await signIn(page);
      await phone.press('Scan QR');
      await phone.see('Hold the QR code within the brackets');
      assert.equal(await stateNow(), 'No registration');
      await startRegistration(portal, 'work phone');
      await portal.see('Scan the QR code');
      await portal.frame.focus('#code');
      await phone.see('One-time code');
      assert.equal(await focusedFrame(), 'The portal', 'the phone took the keyboard away');
      await says('Paired', '.states .current');

      const old = await codeOn(phone);
      await page.press('+30 s');
      await says('12:00:45', '.clock');
      await phone.frame.waitForFunction(
        (before) => document.querySelector('.digits')?.textContent?.replace(/\D/g, '') !== before,
        {},
        old,
      );
      const code = await codeOn(phone);
      await portal.type('One-time code', code);
      await portal.press('Submit');
      await portal.see('Setup finished');
      await phone.press('Continue');
      await phone.see('Device registered');
      await says('Continued', '.states .current');

      await says('I have scanned: name, and proof of the key');
      const wire = await textOf('.wire');
      for (const words of ['Sign in', 'password ••••', 'The QR code', 'Submit the one-time code', 'yes: “work phone”'])
        assert.ok(wire.includes(words), words);
      for (const secret of [ACCOUNT.password, old, code]) assert.ok(!wire.includes(secret), 'a secret is drawn');
      await look();
    },
  );

  await t.test(
    'before 5 March 2024 the phone is asked for nothing; the clock that runs goes on from where it is',
    async () => {
      await page.press('Before 5 March 2024');
      await says('2024-03-04', '.clock');
      await page.press('Run');
      await page.press('Stop');
      await page.press('+1 day');
      await says('2024-03-05', '.clock');
    },
  );

  await t.test('a defect is chosen, says what catches it, and portal and phone are others from then on', async () => {
    await page.tab.select('#defect', 'F-014');
    await says('POP-', '.about');
    await page.press('Start afresh with it');
    await says('Portal and phone now have F-014.');
    assert.equal(await textOf('.defects .refusal'), '');
    const { phone } = await signIn(page);
    await phone.see('Verify device');
    await phone.press('Later');
    await look();
  });

  await t.test('the portal is framed by nobody at its own address', async () => {
    const { headers } = await fetch(page.addresses.portalUrl);
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.deepEqual(page.errors, []);
  });
});

/** Nothing that axe finds, and nothing wider than the screen: light and dark, wide and narrow. */
async function look(): Promise<void> {
  await page.tab.evaluate(AXE);
  for (const width of [1280, 390]) {
    await page.tab.setViewport({ width, height: 1400 });
    for (const value of ['light', 'dark']) {
      await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      assert.deepEqual(await page.tab.evaluate(faultsOf), [], `${value}, ${width} wide`);
    }
  }
  await page.tab.setViewport({ width: 1280, height: 1400 });
}

// Sent into the page as text: it must stand alone. Portal and phone have tests of their own.
async function faultsOf(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run(document, { iframes: false });
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  const isWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  return [...found, ...(isWide ? ['wider than the screen'] : [])];
}
