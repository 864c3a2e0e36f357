import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import type { Browser, Page as Tab } from 'puppeteer';
import qrcode from 'qrcode';
import { seeSymbols } from '../../camera/eye.ts';
import { startTestBrowser } from './browser.fixture.ts';
import { readableText } from './in-page.ts';
import { takePicture, takePixels } from './take-picture.ts';

const KEY = 'GEZD GNBV GY3T QOJQ';
const TEXT = 'otpauth://totp/user?secret=GEZDGNBVGY3TQOJQ';
/** The red of the grey that is laid over secrets; whatever is darker is text. */
const GREY = 0x8a;

let browser: Browser;
let tab: Tab;

before(async () => {
  browser = await startTestBrowser();
  tab = await browser.newPage();
});

after(() => browser.close());

/** The darkest red in the picture of a page, with these lines of it as secrets. */
async function darkestOf(html: string, isSecret = (_line: string) => true): Promise<number> {
  await tab.setContent(`<body style="color:#000;background:#fff">${html}</body>`);
  const lines = (await tab.evaluate(readableText)).split(/[\n\t]+/).filter((line) => line !== '' && isSecret(line));
  const { data } = await takePicture(tab, lines);
  const pixels = PNG.sync.read(Buffer.from(data)).data;
  return pixels.filter((_, at) => at % 4 === 0).reduce((least, red) => Math.min(least, red), 255);
}

for (const [how, html] of [
  ['on a line of its own', `<p>${KEY}</p>`],
  ['after its label', `<p>Key: <b>${KEY}</b></p>`],
  ['between line breaks', `<p>my Phone<br>${KEY}<br></p>`],
  ['straight in the body', `my Phone<br>${KEY}`],
  ['around another line', `<div>${KEY}<p>my Phone</p></div>`],
  ['beside a hidden copy', `<div>${KEY}<p hidden>${KEY}</p></div>`],
  ['in groups of their own', `<p>${KEY.replace(/\w+/g, '<span>$&</span>')}</p>`],
  ['in capitals by style alone', `<p style="text-transform:uppercase">${KEY.toLowerCase()}</p>`],
  ['in cells of a table', `<table><tr><td>my Phone</td><td>${KEY}</td></tr></table>`],
  ['in a field', `<input value="${KEY}" style="border:0" readonly>`],
] as const) {
  test(`a key that stands ${how} is not in the picture, nor the name`, async () => {
    assert.ok((await darkestOf(html)) >= GREY);
  });
}

test('a key that nobody has told of is not in the picture either', async () => {
  assert.ok((await darkestOf(`<p>Plain text key: <code>${KEY}</code></p>`, () => false)) >= GREY);
  assert.ok((await darkestOf('<p>Scan the symbol</p>', () => false)) < GREY);
});

for (const [where, open] of [
  ['in a dialog', "document.querySelector('dialog').showModal()"],
  ['in a popover', "document.querySelector('[popover]').showPopover()"],
] as const) {
  test(`what stands ${where}, above all else, is covered`, async () => {
    const html = `<p>${KEY}</p><input value="123456"><img alt="" width="80" height="80" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Crect width='80' height='80'/%3E%3C/svg%3E">`;
    const style = '<style>::backdrop{background:none}dialog,[popover],input{border:0;outline:0}</style>';
    await tab.setContent(
      `${style}<body style="color:#000"><dialog>${html}</dialog><div popover="manual">${html}</div>`,
    );
    await tab.evaluate(open);
    const pixels = PNG.sync.read(Buffer.from((await takePicture(tab, [KEY])).data)).data;
    assert.ok(pixels.every((value, at) => at % 4 !== 0 || value >= GREY));
  });
}

test('fields of components are covered', async () => {
  await tab.setContent('<body><div></div>');
  await tab.evaluate(() => {
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    root?.append(Object.assign(document.createElement('input'), { value: '123456', style: 'border:0;color:#000' }));
  });
  const pixels = PNG.sync.read(Buffer.from((await takePicture(tab, [])).data)).data;
  assert.ok(pixels.every((value, at) => at % 4 !== 0 || value >= GREY));
});

test('what is no secret stays in the picture, and the page as it was', async () => {
  const isKey = (line: string) => line === KEY;
  assert.ok((await darkestOf(`<div><p>Hold the phone before the code</p><p>${KEY}</p></div>`, isKey)) < GREY);
  assert.ok((await darkestOf('<input style="border:0" name="deviceName" value="work phone">')) < GREY);
  assert.equal(await tab.evaluate(() => document.querySelectorAll('html > :not(head, body)').length), 0);
});

test('a symbol is seen where one has to scroll, and painted over where it is no picture element', async () => {
  const symbol = await qrcode.toDataURL(TEXT, { scale: 4 });
  await tab.setContent(`<div style="height:900px"></div><img src="${symbol}">`);
  assert.equal((await seeSymbols(await takePixels(tab)))[0]?.text, TEXT);
  const within = '<div style="height:250px;overflow:auto"><div style="height:200px"></div>';
  await tab.setContent(`${within}<img src="${symbol}"></div>`);
  assert.equal((await seeSymbols(await takePixels(tab)))[0]?.text, TEXT);
  await tab.setContent(`<div style="width:300px;height:300px;background:url(${symbol}) no-repeat"></div>`);
  assert.equal((await seeSymbols(await takePixels(tab)))[0]?.text, TEXT);
  assert.deepEqual(await seeSymbols((await takePicture(tab, [])).data as Uint8Array), []);
});
