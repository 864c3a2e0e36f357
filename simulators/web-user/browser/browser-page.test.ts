import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { seeSymbols } from '../../camera/eye.ts';
import { Recorder } from '../../network/recorder.ts';
import { formAround } from '../insist.ts';
import { TextPage } from '../text/text-page.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const STRICT = { 'content-security-policy': "default-src 'none'; img-src data:; form-action 'self'" };

let server: WebServer;
let windows: Windows;
let page: BrowserPage;
let visits = 0;
let release: () => void = () => {};

before(async () => {
  const symbol = await qrcode.toDataURL('otpauth://totp/user?secret=GEZDGNBV', { scale: 4 });
  server = await serve({
    'GET /': () => ({
      html: `<a href="/target">A link</a>
        <form method="post" action="/sent"><label>Code <input name="code"></label><button>Send</button></form>
        <details><summary>More</summary><p>Revealed</p></details>
        <button onclick="document.querySelector('#out').textContent = 'Done at once'">At once</button>
        <button onclick="fetch('/slow').then((r) => r.text()).then((t) => { document.querySelector('#out').innerHTML = t })">Slowly</button>
        <button onclick="history.pushState({}, '', '/pushed')">Push</button>
        <button onclick="alert('Look')">Warn</button>
        <button onclick="location.assign('/target')">By script</button>
        <p id="out"></p>`,
    }),
    // The news come when the pointer is where the button was.
    'GET /moving': () => ({
      html: `<p id="news" style="margin:0"></p><button onclick="document.querySelector('#out').textContent += 'Go '">Go</button>
        <button onclick="document.querySelector('#out').textContent += 'Stop '">Stop</button><p id="out"></p>
        <style>button { display: block; width: 120px; height: 40px; margin: 0 }</style>
        <script>addEventListener('pointermove', () => { news.style.height = '40px' }, { once: true });</script>`,
    }),
    'GET /in-turn': () => ({
      html: `<button onclick="document.querySelector('#out').textContent += 'Go '; it.click()">Go</button><p id="out"></p>
        <button id="it" onclick="document.querySelector('#out').textContent += 'In turn '">It</button>`,
    }),
    'GET /going': () => ({
      html: `<button onclick="document.querySelector('#out').textContent += 'Pressed'">Go</button><p id="out"></p>
        <button id="gone">Gone</button>
        <script>addEventListener('pointermove', () => gone.remove(), { once: true });</script>`,
    }),
    'GET /covered': () => ({
      html: `<button onclick="document.querySelector('#out').textContent = 'Go'">Go</button><p id="out"></p>
        <div style="position:fixed;inset:0" onclick="document.querySelector('#out').textContent = 'Covered'"></div>`,
    }),
    'GET /news-over': () => ({
      html: `<button onclick="document.querySelector('#out').textContent = 'Pressed'">Go</button><p id="out"></p>
        <div style="position:fixed;inset:0" onpointerover="setTimeout(() => this.remove(), 400)">News</div>`,
    }),
    'GET /passing': () => ({
      html: `<button onclick="document.querySelector('#out').textContent = 'Pressed'">Go</button><p id="out"></p>
        <style>::view-transition-group(root), ::view-transition-old(root) { animation-duration: 2s }</style>
        <script>addEventListener('pointermove', () => document.startViewTransition(() => {}), { once: true });</script>`,
    }),
    'GET /for-screen-readers': () => ({
      html: `<p>work phone</p><button style="display:flex">Remove<span class="dot"> work  phone</span></button>
        <p class="dot">Aside</p><style>.dot { position: absolute; width: 1px; height: 1px; overflow: hidden }</style>`,
    }),
    'GET /places': () => {
      visits += 1;
      return { html: `<p>Visit ${visits}</p>` };
    },
    'GET /folded': () => ({
      html: `<details><summary>Help</summary><p>Help yourself</p></details>
        <button aria-expanded="false" onclick="const open = m.toggleAttribute('hidden'); this.setAttribute('aria-expanded', String(!open))">Menu</button>
        <div id="m" hidden><details><summary>Section</summary><a href="/target">Deep</a></details></div>
        <button aria-haspopup="dialog" onclick="d.showModal()">Tips</button><a href="/target" aria-haspopup="menu">Away</a>
        <dialog id="d"><button onclick="d.close(); out.textContent = 'Pressed'">In the pop-up</button></dialog><p id="out"></p>`,
    }),
    'GET /target': () => ({ html: '<title>t</title><h1>Target</h1>' }),
    'POST /sent': (_request, body) => ({ redirect: `/shown?${body}` }),
    'GET /shown': (request) => ({ html: `<p>${request.url}</p>` }),
    'GET /slow': () =>
      new Promise((resolve) => {
        release = () => resolve({ html: '<b>Slow answer</b>' });
      }),
    'GET /drawing.svg': () => ({
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Drawn</text></svg>'),
      headers: { 'content-type': 'image/svg+xml' },
    }),
    'GET /favicon.ico': () => ({ status: 204 }),
    'GET /strict': () => ({
      html: `<form method="post" action="/count"><input aria-label="Code" name="c" value="1"></form>`,
      headers: STRICT,
    }),
    // As they are built: one digit to a box, and on to the next; what is sent is put together in a field that nobody sees.
    'GET /boxes': () => ({
      html: `<form method="post" action="/sent"><input type="hidden" name="whole">
        ${[1, 2, 3, 4, 5, 6].map((digit) => `<input maxlength="1" aria-label="${digit === 1 ? 'Code' : `Digit ${digit}`}">`).join('')}
        <button>Send</button></form>
        <script>const boxes = [...document.querySelectorAll('[maxlength]')];
          boxes.forEach((box, at) => box.addEventListener('input', () => {
            document.querySelector('[name=whole]').value = boxes.map(({ value }) => value).join('');
            if (box.value) boxes[at + 1]?.focus();
          }))</script>`,
    }),
    'GET /keys': () => ({
      html: `<label>Code <input></label><button disabled>Send</button><p></p><script>
        const field = document.querySelector('input');
        field.addEventListener('keyup', () => { document.querySelector('button').disabled = field.value === ''; });
        document.querySelector('button').onclick = () => { document.querySelector('p').textContent = field.value; };
      </script>`,
    }),
    'POST /count': (request) => ({ status: request.headers.cookie === 'sid=s1' ? 201 : 403 }),
    'GET /set': () => ({
      html: `<script>localStorage.setItem('kept', '1'); sessionStorage.setItem('kept', '1')</script>`,
      headers: { 'set-cookie': 'sid=s1; Path=/' },
    }),
    'GET /get': (request) => ({
      html: `<p>${request.headers.cookie ?? 'no cookie'}</p><p id="s"></p>
        <script>s.textContent = [localStorage, sessionStorage].map((all) => all.length).join(' and ')</script>`,
    }),
    'GET /secret': () => ({
      html: `<img src="${symbol}" alt="QR code"><p>GEZD GNBV</p><label>Code <input name="code" value="123456"></label>`,
    }),
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(async () => {
  page = new BrowserPage(await windows.take(), new Recorder());
  await page.open(`${server.url}/`);
});

test('a control that news move aside is pressed where it is then, and nothing else', async () => {
  await page.open(`${server.url}/moving`);
  await page.press('Stop');
  assert.equal((await page.lines()).at(-1), 'Stop');
});

test('what a control clicks on in turn is clicked on, once', async () => {
  await page.open(`${server.url}/in-turn`);
  await page.press('Go');
  assert.ok((await page.lines()).includes('Go In turn'));
});

test('what cannot be hit while one view passes into the next is hit after it', async () => {
  await page.open(`${server.url}/passing`);
  await page.press('Go');
  assert.equal((await page.lines()).at(-1), 'Pressed');
});

test('what a control says to screen readers alone is no line of the page; what the page tells them is', async () => {
  await page.open(`${server.url}/for-screen-readers`);
  assert.deepEqual(await page.lines(), ['work phone', 'Remove', 'Aside']);
});

test('a control that goes while it is pressed keeps nobody from pressing another', async () => {
  await page.open(`${server.url}/going`);
  await page.press('Gone').catch(() => {});
  await page.press('Go');
  assert.ok((await page.lines()).includes('Pressed'));
});

test('what lies over a control for good is what is hit', async () => {
  await page.open(`${server.url}/covered`);
  await page.press('Go');
  assert.equal((await page.lines()).at(-1), 'Covered');
});

test('what lies over a control for a while, such as news, is waited for to go', async () => {
  await page.open(`${server.url}/news-over`);
  await page.press('Go');
  assert.equal((await page.lines()).at(-1), 'Pressed');
});

test('a page that is opened is as it is now, also where only a place in it is opened', async () => {
  await page.open(`${server.url}/places#list`);
  const [before] = await page.lines();
  await page.open(`${server.url}/places#list`);
  assert.notDeepEqual(await page.lines(), [before]);
});

test('a link, a form and a script lead to the next page, which is there when press returns', async () => {
  assert.equal(await page.press('A link'), true);
  assert.deepEqual(await page.lines(), ['Target']);
  await page.open(`${server.url}/`);
  await page.press('By script');
  assert.deepEqual(await page.lines(), ['Target']);
  await page.open(`${server.url}/`);
  await page.fill('Code', '012 345');
  await page.press('Send');
  assert.deepEqual(await page.lines(), ['/shown?code=012+345']);
  await page.close();
});

test('what changes within the page is there when press returns', async () => {
  await page.press('At once');
  assert.ok((await page.lines()).includes('Done at once'));
  assert.ok(!(await page.lines()).includes('Revealed'));
  await page.press('More');
  assert.ok((await page.lines()).includes('Revealed'));
  await page.press('Push');
  assert.equal(page.address(), `${server.url}/pushed`);
  await page.close();
});

test('press waits for the answer of a slow server, however long it takes', async () => {
  let returned = false;
  const pressed = page.press('Slowly').then(() => {
    returned = true;
  });
  while (release.toString() === '() => {}') await new Promise(setImmediate);
  assert.equal(returned, false);
  release();
  await pressed;
  assert.ok((await page.lines()).includes('Slow answer'));
  await page.close();
});

test('a message box does not hold the page up', async () => {
  assert.equal(await page.press('Warn'), true);
  assert.ok((await page.lines()).includes('Look'));
  assert.equal(await page.press('A link'), true);
  assert.deepEqual(await page.lines(), ['Target']);
  await page.close();
});

test('six boxes for one code take it key by key, also in place of another, and its form is found by what carries it', async () => {
  await page.open(`${server.url}/boxes`);
  const { fieldName } = await formAround(page, { name: /Code/, sends: 'Send' });
  assert.equal(fieldName, 'whole');
  for (const code of ['654321', '012345']) await page.fill('Code', code);
  await page.press('Send');
  assert.deepEqual(await page.lines(), ['/shown?whole=012345']);
  await page.close();
});

test('a page that listens to keys hears them, also where no keyboard writes what is typed', async () => {
  for (const text of ['012345', 'téléphone 📱']) {
    await page.open(`${server.url}/keys`);
    await page.fill('Code', text);
    await page.press('Send');
    assert.ok((await page.lines()).includes(text), text);
  }
  await page.close();
});

test('what is not there cannot be pressed or filled', async () => {
  assert.equal(await page.press('another link'), false);
  assert.equal(await page.fill('Nam', 'x'), false);
  await page.close();
});

test('a control outside any form has none, and nobody could send anything like it', async () => {
  assert.equal(await page.formAround({ kind: 'press', name: 'At once' }), undefined);
  assert.equal((await page.formAround({ kind: 'press', name: 'Send' }))?.method, 'POST');
  await page.close();
});

test('requests are sent with the cookies of the page, though its policy forbids its scripts to', async () => {
  await page.open(`${server.url}/set`);
  await page.open(`${server.url}/strict`);
  const form = await page.formAround({ kind: 'fill', name: 'Code' });
  assert.deepEqual(form?.fields, [['c', '1']]);
  const request = { address: form?.action ?? '', contentType: 'text/plain', body: 'x' };
  assert.deepEqual(await page.sendTogether([request, request]), [201, 201]);
  await page.close();
});

test('a window that was given back knows nothing of its last session', async () => {
  await page.open(`${server.url}/set`);
  await page.open(`${server.url}/get`);
  assert.deepEqual(await page.lines(), ['sid=s1', '1 and 1']);
  await page.close();
  const next = new BrowserPage(await windows.take(), new Recorder());
  await next.open(`${server.url}/get`);
  assert.deepEqual(await next.lines(), ['no cookie', '0 and 0']);
  await next.close();
});

test('a session goes from a page without a browser into the browser, and back', async () => {
  const text = new TextPage(new Recorder());
  await text.open(`${server.url}/set`);
  await text.open(`${server.url}/get`);
  await page.resume(await text.session());
  assert.equal((await page.lines())[0], 'sid=s1');
  const other = new TextPage(new Recorder());
  await other.resume(await page.session());
  assert.equal((await other.lines())[0], 'sid=s1');
  await page.close();
});

test('the pixels hold the symbol, and the picture for the report neither symbol nor code nor key', async () => {
  await page.open(`${server.url}/secret`);
  const [pixels = new Uint8Array()] = await page.pictures();
  assert.equal((await seeSymbols(pixels))[0]?.text, 'otpauth://totp/user?secret=GEZDGNBV');
  const first = await page.picture(['GEZD GNBV']);
  assert.deepEqual(await seeSymbols(first.data as Uint8Array), []);
  // Other secrets in the same places leave the same picture: nothing of them is in it.
  await page.fill('Code', '654321');
  const second = await page.picture(['GEZD GNBV']);
  assert.deepEqual(Buffer.from(second.data), Buffer.from(first.data));
  await page.close();
});

test('what is folded away is opened for what is looked for, level by level, and closed again where it is not there', async () => {
  await page.open(`${server.url}/folded`);
  assert.equal(await page.has({ kind: 'press', name: 'Deep' }), false);
  assert.equal(await page.reach({ kind: 'press', name: 'Nowhere' }), false);
  assert.deepEqual(await page.controlNames(), ['"Help"', '"Menu"', '"Tips"', '"Away"']);
  assert.equal(await page.press('Deep'), true);
  assert.deepEqual(await page.lines(), ['Target']);
  await page.open(`${server.url}/folded`);
  assert.equal(await page.press('In the pop-up'), true);
  assert.match((await page.lines()).join(' '), /Pressed/);
});

test('a drawing at an address of its own is read as any page', async () => {
  await page.open(`${server.url}/drawing.svg`);
  assert.deepEqual(await page.lines(), ['Drawn']);
  assert.equal(await page.has({ kind: 'press', name: 'Drawn' }), false);
  assert.equal((await page.pictures()).length, 1);
});
