import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { Recorder } from '../../network/recorder.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { BrowserPage } from './browser-page.ts';
import { Windows } from './windows.ts';

const STRICT = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};
const TEXT = 'otpauth://totp/user?secret=GEZDGNBV';
const GREY = `<style>:root { color-scheme: light dark } .quiet { color: #757575 }</style><p class="quiet">Grey</p>`;
const FIELDS = `<style>body { background: #fff } input { background: #fff; border: 1px solid #ccc }</style>
  <label>Faint <input id="faint"></label><label>Clear <input id="clear" style="border-color: #555"></label>
  <div style="border: 1px solid #555"><input id="in-a-box" style="border: 0" aria-label="x"></div>`;
const BOXES = `<form><label>Code <input id="a" maxlength="1"></label><input id="b" maxlength="1"><input id="c" maxlength="1"></form>`;
const SPREADING = `<script>a.addEventListener('paste', (event) => {
  event.preventDefault();
  const digits = event.clipboardData.getData('text').replace(/\\D/g, '');
  for (const [at, box] of [a, b, c].entries()) box.value = digits[at];
})</script>`;

let server: WebServer;
let windows: Windows;
let page: BrowserPage;
/** The HTML that the server answers with, and the headers beside it. */
let html = '';
let headers: Record<string, string> = {};

before(async () => {
  server = await serve({
    'GET /': () => ({ html: `<!doctype html><html lang="en"><title>t</title><body>${html}`, headers }),
    'GET /next': () => ({ html: '<h1>Next</h1>' }),
  });
  windows = new Windows(await startTestBrowser(), 1);
});

after(async () => {
  await windows.close();
  await server.close();
});

beforeEach(() => {
  headers = {};
});

/** A page with this body, looked at and closed. */
async function onPage<Result>(body: string, look: (page: BrowserPage) => Promise<Result>): Promise<Result> {
  html = body;
  page = new BrowserPage(await windows.take(), new Recorder());
  await page.open(`${server.url}/`);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

const laidOut = (body: string) => onPage(body, ({ accessibility }) => accessibility.laidOut.walkFocus());

test('rules find what was planted, on a page that lets no script run, and count what they were applied to', async () => {
  headers = STRICT;
  const planted = '<input><p style="color: #aaa">Grey</p><button>Named</button>';
  const audit = await onPage(planted, ({ accessibility }) =>
    accessibility.laidOut.audit(['label', 'color-contrast', 'button-name', 'select-name'], 'light'),
  );
  assert.equal(audit.applied, 3);
  assert.deepEqual(
    audit.faults.map((fault) => fault.split(':')[0]),
    ['color-contrast at p', 'label at input'],
  );
  assert.match(audit.faults[0] ?? '', /2\.32/);
});

test('a page without faults has none, and one without anything to look at was not looked at', async () => {
  const look = (body: string) =>
    onPage(body, ({ accessibility }) => accessibility.laidOut.audit(['label', 'target-size'], 'light'));
  assert.deepEqual(await look('<label>Name <input></label><p><button style="padding: 1em">Go</button></p>'), {
    applied: 2,
    faults: [],
  });
  assert.deepEqual(await look('<p>Words</p>'), { applied: 0, faults: [] });
});

test('targets that are small and close together are found', async () => {
  const small = '<button style="font-size: 8px; padding: 0; border: 0">a</button>'.repeat(2);
  const audit = await onPage(small, ({ accessibility }) => accessibility.laidOut.audit(['target-size'], 'light'));
  assert.equal(audit.faults.length, 2);
});

test('each theme is looked at by itself, and the page is left as it was', async () => {
  await onPage(GREY, async ({ accessibility }) => {
    assert.deepEqual((await accessibility.laidOut.audit(['color-contrast'], 'light')).faults, []);
    assert.equal((await accessibility.laidOut.audit(['color-contrast'], 'dark')).faults.length, 1);
    assert.deepEqual((await accessibility.laidOut.audit(['color-contrast'], 'light')).faults, []);
    assert.ok(!(await page.source()).includes('Canvas'));
  });
});

test('text in the colours of the browser itself is seen on its ground, in both themes', async () => {
  await onPage('<style>:root { color-scheme: light dark }</style><p>Words</p>', async ({ accessibility }) => {
    for (const theme of ['light', 'dark'] as const) {
      assert.deepEqual(await accessibility.laidOut.audit(['color-contrast'], theme), { applied: 1, faults: [] });
    }
  });
});

test('colours on their way from one theme to the other are not what is measured', async () => {
  const slow = `<style>p { color: #000; transition: color 60s } @media (prefers-color-scheme: dark) { p { color: #555 } }</style>`;
  await onPage(`${slow}<p style="background: #777">Words</p>`, async ({ accessibility }) => {
    assert.deepEqual((await accessibility.laidOut.audit(['color-contrast'], 'light')).faults, []);
    assert.equal((await accessibility.laidOut.audit(['color-contrast'], 'dark')).faults.length, 1);
  });
});

test('what is brought into a page stays unseen by its own scripts', async () => {
  await onPage(
    '<p id="p"></p><button onclick="p.textContent = typeof axe + typeof places">Look</button>',
    async (open) => {
      await open.accessibility.laidOut.audit(['button-name'], 'light');
      await open.accessibility.laidOut.walkFocus();
      await open.press('Look');
      assert.ok((await open.lines()).includes('undefinedundefined'));
    },
  );
});

test('fields are measured by the line around them, or around the box they fill', async () => {
  const audit = await onPage(FIELDS, ({ accessibility }) => accessibility.laidOut.auditOutlines('light'));
  assert.equal(audit.applied, 3);
  assert.deepEqual(audit.faults, ['the outline of the field "faint" stands out 1.61 to 1']);
});

test('over a picture nothing is said of a field', async () => {
  const body = '<div style="background-image: linear-gradient(red, blue)"><input aria-label="x"></div>';
  const audit = await onPage(body, ({ accessibility }) => accessibility.laidOut.auditOutlines('light'));
  assert.deepEqual(audit, { applied: 0, faults: [] });
});

test('what is wider than the window is found, also where it cannot be scrolled to', async () => {
  const width = (body: string) => onPage(body, ({ accessibility }) => accessibility.laidOut.auditWidth(320));
  assert.deepEqual(await width('<p>Words</p><button>Go</button>'), { applied: 1, faults: [] });
  assert.deepEqual((await width('<div style="width: 500px">Words</div>')).faults, ['what is on it is 508 px wide']);
  const clipped =
    '<div style="overflow: clip"><button id="b" style="margin-left: 300px; width: 90px">Go</button></div>';
  assert.deepEqual((await width(clipped)).faults, ['BUTTON "b" ends outside it']);
});

for (const [kind, body, held] of [
  ['a plain field', '<label>Code <input></label>', '012 345'],
  ['a field that is too short', '<label>Code <input maxlength="6"></label>', '012 34'],
  ['boxes of one digit each', BOXES, '0'],
  ['boxes among which a script spreads it', BOXES + SPREADING, '012'],
  ['a field that has it already', '<label>Code <input value="012 345"></label>', '012 345'],
] as const) {
  test(`a text is pasted into ${kind}`, async () => {
    headers = kind.includes('script') ? {} : STRICT;
    assert.equal(await onPage(body, ({ accessibility }) => accessibility.laidOut.paste(/Code/, '012 345')), held);
  });
}

test('nothing is pasted into a field that is not there', async () => {
  assert.equal(await onPage('', ({ accessibility }) => accessibility.laidOut.paste(/Code/, '1')), undefined);
});

test('the Tab key is followed through the page, and what it stops at is seen', async () => {
  const walk = await laidOut('<a href="#">Link</a><label>Name <input></label><button>Go</button>');
  assert.deepEqual(walk, {
    stops: [
      { name: 'Link', isSeen: true },
      { name: 'Name', isSeen: true },
      { name: 'Go', isSeen: true },
    ],
  });
});

test('a stop that looks the same with the focus is found, and one that is shown by what is around it is not', async () => {
  const style = `<style>:focus { outline: none } label:focus-within { background: yellow } button { transition: color 9s }
    button:focus { color: red }</style>`;
  const walk = await laidOut(
    `${style}<a href="#">Link</a><label>On <input type="checkbox"></label><button>Go</button><a href="#">End</a>`,
  );
  assert.deepEqual(
    walk.stops.map(({ isSeen }) => isSeen),
    [false, true, true, false],
  );
});

test('a field that takes the focus back holds it', async () => {
  const walk = await laidOut('<a href="#">Link</a><input aria-label="Code" onblur="setTimeout(() => this.focus())">');
  assert.equal(walk.caughtAt, 'Code');
  const eager = await laidOut(
    '<a href="#">Link</a><input aria-label="Code" onkeydown="event.preventDefault()"><button>Go</button>',
  );
  assert.equal(eager.caughtAt, 'Code');
});

test('a page that does not let the focus go back is found', async () => {
  const walk = await laidOut(
    '<body onkeydown="if (event.shiftKey) event.preventDefault()"><a href="#">One</a><a href="#">Two</a>',
  );
  assert.deepEqual([walk.stops.length, walk.caughtAt], [2, 'One, backwards']);
});

test('a page is walked through as often as it changes', async () => {
  const body =
    '<a href="#">Link</a><div id="d"><button onclick="d.innerHTML = `<input aria-label=Code>`">Go</button></div>';
  await onPage(body, async ({ accessibility }) => {
    assert.equal((await accessibility.laidOut.walkFocus()).stops.length, 2);
    await page.press('Go');
    const { stops, caughtAt } = await accessibility.laidOut.walkFocus();
    assert.deepEqual([stops.map(({ name }) => name).sort(), caughtAt], [['Code', 'Link'], undefined]);
  });
});

test('a page with one stop, or with none, catches nobody', async () => {
  assert.deepEqual(await laidOut('<button>Go</button>'), { stops: [{ name: 'Go', isSeen: true }] });
  assert.deepEqual(await laidOut('<p>Words</p>'), { stops: [] });
});

test('Tab leads to what has a name, keys work there, and a new page is told from one that changed', async () => {
  const body = `<a href="/next">On</a><label>Name <input></label><p id="p"></p>
    <button onclick="p.textContent = 'Hello ' + document.querySelector('input').value">Greet</button><button tabindex="-1">Far</button>`;
  await onPage(body, async (open) => {
    const { laidOut: keys } = open.accessibility;
    assert.equal(await keys.tabTo('press', 'Far'), false);
    assert.equal(await keys.tabTo('press', 'Missing'), false);
    assert.equal(await keys.tabTo('fill', /Name/), true);
    await keys.type('Zoe');
    assert.equal(await keys.tabTo('press', 'Greet'), true);
    assert.equal(await keys.hit('Space'), false);
    assert.ok((await open.lines()).includes('Hello Zoe'));
    assert.equal(await keys.tabTo('press', 'On'), true);
    assert.equal(await keys.hit('Enter'), true);
    assert.deepEqual(await open.lines(), ['Next']);
  });
});

test('a field tells its texts, and what the browser complains of', async () => {
  const body = `<form><label for="c">Code</label><input id="c" required aria-describedby="h" autocomplete="one-time-code"
    inputmode="numeric"><p id="h">Six digits</p><button>Go</button></form>`;
  await onPage(body, async ({ accessibility }) => {
    const before = await accessibility.field(/Code/);
    assert.deepEqual(before, {
      type: 'text',
      value: '',
      isInvalid: false,
      texts: ['Six digits', 'Code'],
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
    });
    await page.press('Go');
    const after = await accessibility.field(/Code/);
    assert.equal(after?.isInvalid, true);
    assert.ok((after?.texts.length ?? 0) > (before?.texts.length ?? 0));
  });
});

test('what the page tells by itself is told: regions, focus, title, message boxes', async () => {
  const body = `<p role="alert">Wrong</p><p aria-live="off">Quiet</p><h1 tabindex="-1" id="h">Step 2</h1>
    <button onclick="h.focus()">Go</button><button onclick="alert('Boo')">Warn</button>`;
  await onPage(body, async ({ accessibility }) => {
    assert.deepEqual(await accessibility.announcements(), { live: ['Wrong'], focus: [], title: 't' });
    await page.press('Go');
    assert.deepEqual((await accessibility.announcements()).focus, ['Step 2']);
    await page.press('Warn');
    assert.deepEqual((await accessibility.announcements()).live, ['Wrong', 'Boo']);
  });
});

for (const [kind, around, said] of [
  [
    'an image',
    (src: string) => `<img src="${src}" alt="QR code" aria-describedby="d"><p id="d">Or type</p>`,
    'QR code Or type',
  ],
  ['an image that says nothing', (src: string) => `<img src="${src}" alt="">`, ''],
  ['an image without a word for it', (src: string) => `<img src="${src}">`, ''],
  ['a hidden image', (src: string) => `<div aria-hidden="true"><img src="${src}" alt="QR code"></div>`, ''],
  [
    'a figure',
    (src: string) => `<figure><img src="${src}" alt=""><figcaption>QR code</figcaption></figure>`,
    'QR code',
  ],
  [
    'a picture in a named box',
    (src: string) => `<div role="img" aria-label="QR code"><img src="${src}"></div>`,
    'QR code',
  ],
  [
    'a ground behind a box',
    (src: string) =>
      `<div role="img" aria-label="QR code" style="width: 200px; height: 200px; background: url(${src})"></div>`,
    'QR code',
  ],
] as const) {
  test(`the words for the QR code are those of ${kind}`, async () => {
    const source = await qrcode.toDataURL(TEXT, { scale: 6 });
    assert.equal(
      await onPage(`<h1>Scan</h1>${around(source)}`, ({ accessibility }) => accessibility.symbolAlternative()),
      said,
    );
  });
}

test('the words for a QR code that is drawn as SVG are its own, and there are none for no QR code', async () => {
  const drawing = await qrcode.toString(TEXT, { type: 'svg', width: 200 });
  const named = drawing.replace('<svg', '<svg role="img" aria-label="QR code"');
  assert.equal(await onPage(named, ({ accessibility }) => accessibility.symbolAlternative()), 'QR code');
  assert.equal(await onPage('<p>Words</p>', ({ accessibility }) => accessibility.symbolAlternative()), undefined);
});
