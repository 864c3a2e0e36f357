/**
 * `npm run pictures`: makes the pictures of docs/ and the README of the real thing, as `paircheck serve` shows it.
 * Symbol and code are covered before a picture is taken.
 */
import { join } from 'node:path';
import { codeOn, OpenPage, type Pane, signIn, startRegistration } from '../cli/side-by-side.fixture.ts';

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures');
/** It stands still, so that the pictures are of one moment. */
const CLOCK = '2026-11-24T12:00:12.000Z';

const LOOK = `body { margin: 0; font: 20px system-ui, sans-serif; color: #1b2330 }
main { display: flex; gap: 24px; padding: 20px; background: #eef1f6 }
figure { flex: 1; margin: 0; min-width: 0 }
img { width: 100% }
figcaption:not(:empty) { padding: 12px 4px 0 }`;

/** A picture as base64. */
type Picture = string;
interface Captioned {
  picture: Picture;
  caption: string;
}

const page = await OpenPage.open('--clock', CLOCK);
try {
  await page.tab.setViewport({ width: 1280, height: 1830 });
  await takePictures();
} finally {
  await page.close();
}

async function takePictures(): Promise<void> {
  const panes = await signIn(page);
  const { screens, moments } = await upToTheCode(panes);
  await fromTheCodeOn(panes, { screens, moments });
  await strip('flow.png', moments);
  await strip(
    'app.png',
    screens.map((picture) => ({ picture, caption: '' })),
  );
}

interface Panes {
  portal: Pane;
  phone: Pane;
}

interface Taken {
  screens: Picture[];
  moments: Captioned[];
}

async function upToTheCode({ portal, phone }: Panes): Promise<Taken> {
  await phone.see('Verify device');
  const screens = [await pictureOf('.phone')];
  await startRegistration(portal, 'work phone');
  await portal.see('Scan the QR code');
  await coverSymbol(portal);
  const moments = [await moment('Verify device; the portal shows the QR code')];
  await portal.press('Mobile authentication', 'link');
  await phone.press('Scan QR');
  await phone.see('Hold the QR code within the brackets');
  await portal.see('Mobile authentication');
  screens.push(await pictureOf('.phone'));
  await portal.press('Register new device', 'link');
  await portal.type('Device name', 'work phone');
  await portal.press('Next');
  return { screens, moments };
}

async function fromTheCodeOn({ portal, phone }: Panes, { screens, moments }: Taken): Promise<void> {
  const code = await codeOn(phone);
  await coverSymbol(portal);
  await coverCode(phone);
  screens.push(await pictureOf('.phone'));
  await page.tab.screenshot({ path: join(FOLDER, 'side-by-side.png') });
  await portal.frame.$eval('#code', (field) => field.scrollIntoView({ block: 'center' }));
  moments.push(await moment('The code on the phone is typed on the portal'));
  await portal.type('One-time code', code);
  await portal.press('Submit');
  await portal.see('Setup finished');
  await phone.press('Continue');
  await phone.see('Device registered');
  screens.push(await pictureOf('.phone'));
  moments.push(await moment('Submit on the portal, Continue on the phone'));
}

async function moment(caption: string): Promise<Captioned> {
  return { picture: await pictureOf('.panes'), caption };
}

/** Once the browser has drawn what is there now. */
async function pictureOf(selector: string): Promise<Picture> {
  await page.tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const element = await page.tab.waitForSelector(selector);
  return (await element?.screenshot({ encoding: 'base64' })) ?? '';
}

async function coverSymbol({ frame }: Pane): Promise<void> {
  await frame.waitForSelector('.symbol');
  await frame.$eval('.symbol', (symbol) => {
    (symbol as HTMLElement).style.objectPosition = '-1000px';
    (symbol as HTMLElement).style.background = '#8b929a';
  });
}

async function coverCode({ frame }: Pane): Promise<void> {
  await frame.$eval('.digits', (digits) => {
    digits.textContent = '••• •••';
  });
}

/** Pictures in a row, as one. */
async function strip(name: string, parts: Captioned[]): Promise<void> {
  const sheet = await page.tab.browser().newPage();
  const figures = parts.map(
    ({ picture, caption }) =>
      `<figure><img src="data:image/png;base64,${picture}"><figcaption>${caption}</figcaption></figure>`,
  );
  await sheet.setViewport({ width: 1640, height: 900 });
  await sheet.setContent(`<style>${LOOK}</style><main>${figures.join('')}</main>`);
  const main = await sheet.waitForSelector('main');
  await main?.screenshot({ path: join(FOLDER, name) as `${string}.png` });
  await sheet.close();
}
