import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import qrcode from 'qrcode';
import { seeSymbols } from '../../camera/eye.ts';
import { Recorder } from '../../network/recorder.ts';
import { TextPage } from '../text/text-page.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { drawPage } from './draw-page.ts';
import { Windows } from './windows.ts';

const KEY_URI = 'otpauth://totp/user?secret=GEZDGNBV';
const svg = await qrcode.toString(KEY_URI, { type: 'svg' });
const DRAWN_BY_SCRIPT = `<!doctype html><p id="code"></p><script>
  fetch('/drawing').then((answer) => answer.text()).then((svg) => { document.querySelector('#code').innerHTML = svg; });
</script>`;

let server: WebServer;
let windows: Windows;
let pagesAsked = 0;

before(async () => {
  windows = new Windows(await startTestBrowser(), 1);
  server = await serve({
    'GET /page': () => {
      pagesAsked += 1;
      return { html: DRAWN_BY_SCRIPT, headers: { 'set-cookie': 'session=mine; HttpOnly' } };
    },
    'GET /drawing': ({ headers }) => (headers.cookie === 'session=mine' ? { html: svg } : { status: 403, html: 'no' }),
  });
});

after(async () => {
  await windows.close();
  await server.close();
});

test('what scripts draw of a page that was fetched is seen in its session, and the page is not asked for again', async () => {
  const page = new TextPage(new Recorder(), { draw: (session, html) => drawPage(windows, session, html) });
  await page.open(`${server.url}/page`);
  const [pixels = new Uint8Array()] = await page.pictures();
  assert.deepEqual(
    (await seeSymbols(pixels)).map(({ text }) => text),
    [KEY_URI],
  );
  assert.equal(pagesAsked, 1);
});
