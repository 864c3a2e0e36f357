import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { html } from '../reports/formatters/html.ts';
import { richSample } from '../reports/formatters/sample.fixture.ts';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import { launchBrowser } from '../simulators/browser/launch-browser.ts';

const { verdict, pictures } = richSample();
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let folder: string;
let address: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paircheck-test-'));
  await writeFile(join(folder, 'report.html'), html(verdict, pictures));
  address = pathToFileURL(join(folder, 'report.html')).href;
  const cacheDirectory = join(import.meta.dirname, '..', '.cache');
  browser = await launchBrowser(await findBrowser({ environment: process.env, cacheDirectory }));
});

after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** The report as somebody opens it, with everything open that can be opened, and all that went wrong on the way. */
async function open({ width = 1440, scheme = 'light', isPrinted = false, hash = '' } = {}) {
  const page = await browser.newPage();
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  page.on('console', (message) => errors.push(message.text()));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  if (isPrinted) await page.emulateMediaType('print');
  await page.goto(`${address}${hash}`);
  await page.$$eval('details', (all) => {
    for (const details of all) details.open = true;
  });
  return { page, errors };
}

describe('the report in a browser', () => {
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1440]) {
      it(`keeps every rule of axe, ${scheme} and ${width} pixels wide, and nothing sticks out`, async () => {
        const { page, errors } = await open({ width, scheme });
        await page.evaluate(axe.source);
        const found = (await page.evaluate('axe.run()')) as axe.AxeResults;
        const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join('; ')}`);
        assert.deepEqual(told, []);
        assert.ok(found.passes.some(({ id, nodes }) => id === 'color-contrast' && nodes.length > 100));
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  }

  it('filters the requirements by text, status, level, role and profile, and says how many are left', async () => {
    const { page } = await open();
    const left = () =>
      page.$$eval('.matrix tbody tr', (rows) =>
        rows.filter((row) => row.checkVisibility()).map((row) => row.querySelector('a')?.textContent),
      );
    const shown = () => page.$eval('output', (output) => output.value);
    assert.equal((await left()).length, 12);
    await page.type('#filter-text', 'used up');
    assert.deepEqual(await left(), ['LOG-01']);
    assert.equal(await shown(), '1 of 12 requirements');
    await page.keyboard.press('Escape');
    await page.waitForFunction('document.querySelector("output").value === "12 requirements"');
    await page.select('#filter-level', 'should');
    assert.deepEqual(await left(), ['POP-02', 'OTP-02', 'ABU-02']);
    await page.select('#filter-profile', 'hardened');
    assert.deepEqual(await left(), ['OTP-02', 'ABU-02']);
    await page.select('#filter-status', 'flaky');
    assert.deepEqual(await left(), ['OTP-02']);
    assert.equal(
      await page.$$eval('article.requirement', (all) => all.filter((one) => one.checkVisibility()).length),
      1,
    );
    await page.select('#filter-role', 'app');
    assert.deepEqual(await left(), []);
    assert.ok(await page.$eval('.nothing', (words) => words.checkVisibility()));
    await page.close();
  });

  it('leads to what a link names, also where the filter has put it away', async () => {
    const { page } = await open();
    await page.click('[data-show="flaky"]');
    await page.waitForFunction('document.querySelector("output").value === "1 of 12 requirements"');
    await page.$eval('.claims a[href="#LOG-01"]', (link) => (link as HTMLElement).click());
    await page.waitForFunction('document.querySelector("output").value === "12 requirements"');
    const top = await page.$eval('#LOG-01', (article) => article.getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 100, `${top}`);
    await page.close();
  });

  it('goes from requirement to requirement with the arrow keys', async () => {
    const { page } = await open();
    await page.focus('.matrix a[href="#LOG-02"]');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate('document.activeElement.hash'), '#POP-01');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate('document.activeElement.hash'), '#LOG-01');
    await page.close();
  });

  it('enlarges a picture, and Escape puts it back', async () => {
    const { page } = await open();
    await page.$eval('figure button', (button) => button.click());
    assert.match(await page.$eval('dialog img', (picture) => picture.alt), /^The web side, at/);
    await page.keyboard.press('Escape');
    await page.waitForFunction('!document.querySelector("dialog")');
    await page.close();
  });

  it('begins a new sheet for each profile, and prints one alone when asked', async () => {
    const { page } = await open({ isPrinted: true });
    const breaks = await page.$$eval('.profile-page', (all) => all.map((one) => getComputedStyle(one).breakBefore));
    assert.deepEqual(breaks, ['page', 'page']);
    await page.evaluate('window.print = () => undefined');
    await page.$eval('#profile-hardened .print-page', (button) => (button as HTMLElement).click());
    const visible = await page.$$eval('header, nav, footer, main > *', (all) =>
      all.filter((one) => one.checkVisibility()).map(({ id }) => id),
    );
    assert.deepEqual(visible, ['profile-hardened']);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    assert.ok(await page.$eval('header', (header) => header.checkVisibility()));
    await page.close();
  });

  it('tells everything without script, and shows no control that would do nothing', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(address);
    const hidden = await page.$$eval('form, button, article, tbody tr', (all) =>
      all.filter((one) => !one.checkVisibility()).map(({ localName }) => localName),
    );
    assert.deepEqual([...new Set(hidden)].sort(), ['button', 'form']);
    assert.equal(await page.$$eval('article.requirement', (all) => all.length), 12);
    await page.close();
  });
});
