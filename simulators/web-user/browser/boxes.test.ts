import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Recorder } from '../../network/recorder.ts';
import { ENGLISH_LABELS } from '../labels.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const CODE = ENGLISH_LABELS.oneTimeCode;
const GOING_ON = `<p id="whole"></p><script>
  const boxes = [...document.querySelectorAll('input.box')];
  boxes.forEach((box, at) => box.addEventListener('input', () => {
    box.value = box.value.slice(-1);
    document.querySelector('#whole').textContent = boxes.map(({ value }) => value).join('');
    if (box.value) boxes[at + 1]?.focus();
  }))</script>`;

/** Boxes as many portals have them, and how they are called. */
const PORTALS: Record<string, (digit: number) => string> = {
  'that are named by their digits, and do not say how much fits': (digit) => box(`aria-label="Digit ${digit} of 6"`),
  'of which a group has the name': (digit) => {
    const [start, end] = [
      digit === 1 ? '<div role="group" aria-label="One-time code">' : '',
      digit === 6 ? '</div>' : '',
    ];
    return start + box(`aria-label="${digit}"`) + end;
  },
  'with their name before the first': (digit) =>
    (digit === 1 ? '<p>Enter your one-time code</p>' : '') + box(`aria-label="Box ${digit}" maxlength="1"`),
};

let server: WebServer;
let windows: Windows;

function box(attributes: string): string {
  return `<input class="box" style="width: 2em; height: 2em" inputmode="numeric" ${attributes}>`;
}

before(async () => {
  windows = new Windows(await startTestBrowser(), 1);
  const pages = Object.values(PORTALS).map((boxOf, at) => {
    const html = [1, 2, 3, 4, 5, 6].map(boxOf).join('\n') + GOING_ON;
    return [`GET /${at}`, () => ({ html })] as const;
  });
  server = await serve(Object.fromEntries(pages));
});

after(async () => {
  await windows.close();
  await server.close();
});

for (const [at, kind] of Object.keys(PORTALS).entries()) {
  test(`boxes for one code ${kind} take it, also in place of another`, async () => {
    const page = new BrowserPage(await windows.take(), new Recorder());
    await page.open(`${server.url}/${at}`);
    for (const code of ['654321', '012345']) assert.equal(await page.fill(CODE, code), true);
    assert.ok((await page.lines()).includes('012345'));
    await page.close();
  });
}
