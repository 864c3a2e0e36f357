import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type Axe from 'axe-core';
import { type ReferenceServer, startReferenceServer } from '../reference-server/server.ts';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import { drawFrame } from '../simulators/camera/frame.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import { Recorder } from '../simulators/network/recorder.ts';
import { type ServedPhoneApp, startPhoneApp } from '../simulators/phone-app/page-server.ts';
import { DocumentedWebUser } from '../simulators/web-user/documented-web-user.ts';
import { labelsOf } from '../simulators/web-user/labels.ts';
import { TextPage } from '../simulators/web-user/text/text-page.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import { holdBefore } from '../targets/browser-phone/hold.ts';
import { type Handset, PhoneBrowsers } from '../targets/browser-phone/phone-browsers.ts';

const PASSWORD = 'a made-up password';
const ACCOUNTS = ['ada', 'eve', 'kim', 'lin', 'mia'].map((username) => ({ username, password: PASSWORD }));
type Tab = Awaited<ReturnType<Handset['browser']['newPage']>>;

/** A small phone in the hand, and the least that a finger hits. */
const VIEWPORT = { width: 360, height: 740, isMobile: true, hasTouch: true };
const FINGER = 44;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let portal: ReferenceServer;
let app: ServedPhoneApp;
let browsers: PhoneBrowsers;

before(async () => {
  const cacheDirectory = join(homedir(), '.cache', 'paircheck');
  browsers = new PhoneBrowsers(await findBrowser({ environment: process.env, cacheDirectory }));
  portal = await startReferenceServer({ clock: new SystemClock(), accounts: ACCOUNTS });
  app = await startPhoneApp({ phoneApiUrl: portal.addresses.phoneApiUrl });
});

after(async () => {
  await browsers.close();
  await app.close();
  await portal.close();
});

/** A phone with the app open. */
class Phone {
  readonly handset: Handset;
  readonly tab: Tab;
  readonly errors: string[] = [];

  constructor(handset: Handset, tab: Tab) {
    this.handset = handset;
    this.tab = tab;
    tab.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(answer: Handset['answer'] = 'granted'): Promise<Phone> {
    const handset = await browsers.take(answer);
    const tab = await (await handset.browser.createBrowserContext()).newPage();
    await tab.setViewport(VIEWPORT);
    await tab.goto(app.appUrl);
    return new Phone(handset, tab);
  }

  async type(label: string, text: string): Promise<void> {
    await this.tab.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
  }

  async tap(name: string): Promise<void> {
    await this.tab.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  }

  async see(title: string): Promise<void> {
    await this.tab.locator(`::-p-aria([name="${title}"][role="heading"])`).wait();
  }

  async says(words: string): Promise<void> {
    await this.tab.locator(`::-p-text(${words})`).wait();
  }

  async signIn(username: string): Promise<void> {
    await this.type('Username', username);
    await this.type('Password', PASSWORD);
    await this.tap('Sign in');
  }

  async code(): Promise<string> {
    const text = await this.tab.$eval('.digits', (digits) => digits.textContent);
    return text?.replace(/\D/g, '') ?? '';
  }

  async putAway(): Promise<void> {
    await this.tab.browserContext().close();
    browsers.giveBack(this.handset);
    assert.deepEqual(this.errors, []);
  }
}

async function startRegistration(username: string): Promise<WebUser> {
  const page = new TextPage(new Recorder());
  const web = new DocumentedWebUser(page, { url: portal.addresses.portalUrl, labels: labelsOf(), bookmarks: {} });
  await web.signInToRegister({ username, password: PASSWORD });
  await web.nameDevice('work phone');
  await web.next();
  return web;
}

/** @returns the key */
async function typeValues(phone: Phone, web: WebUser): Promise<string> {
  const [key = ''] = (await web.openManualValues()).keys;
  await phone.type('Device name', 'work phone');
  await phone.type('Key', key);
  await phone.tap('Use these values');
  return key;
}

test('a registration through the page, with a reload between scan and Continue, and a phone without a network after it', async () => {
  const phone = await Phone.open();
  const web = await startRegistration('ada');
  await phone.signIn('ada');
  await phone.see('Verify device');
  await phone.tap('Cancel');
  await phone.see('Sign in');
  await phone.signIn('ada');
  await phone.tap('Scan QR');
  await phone.see('Hold the QR code within the brackets');
  const [frame] = await holdBefore((await web.qrCode()) ?? new Uint8Array());
  phone.handset.feed.show(frame);
  await phone.see('One-time code');
  phone.handset.feed.show();
  await phone.tap('Continue');
  await phone.says('The one-time code has not been submitted on the web');
  await phone.tab.reload();
  await phone.see('One-time code');
  await web.typeCode(await phone.code());
  await web.submit();
  await phone.tap('Continue');
  await phone.see('Device registered');
  await phone.says('This phone is registered as "work phone"');
  await phone.tap('OK');
  await phone.see('Conversations');

  await phone.tab.evaluate(() => navigator.serviceWorker.ready);
  await phone.tab.setOfflineMode(true);
  await phone.tab.reload();
  await phone.tap('Show code');
  assert.match(await phone.code(), /^\d{6}$/);
  await phone.putAway();
});

test('a scanner that is opened again reads what is in view then, and not what was before', async () => {
  const phone = await Phone.open();
  const web = await startRegistration('mia');
  await phone.signIn('mia');
  await phone.tap('Scan QR');
  const [frame] = await holdBefore((await web.qrCode()) ?? new Uint8Array());
  phone.handset.feed.show(frame);
  await phone.see('One-time code');
  phone.handset.feed.show();
  await phone.tap('Cancel');
  await phone.tap('Scan QR');
  await phone.see('Hold the QR code within the brackets');
  phone.handset.feed.show(drawFrame([{ text: 'http://127.0.0.1:9/', where: 'within the brackets' }]));
  await phone.says('This QR code is no registration');
  await phone.putAway();
});

test('the key can be read nowhere in the page, nor in what the browser keeps of it', async () => {
  const phone = await Phone.open();
  const web = await startRegistration('eve');
  await phone.signIn('eve');
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  const key = await typeValues(phone, web);
  await phone.see('One-time code');
  const found = await phone.tab.evaluate(everythingKept);
  assert.match(found, /"username":"eve"/);
  assert.match(found, /CryptoKey extractable=false/);
  assert.ok(!found.toUpperCase().includes(key.replace(/\s/g, '')), 'the key is there');
  await phone.putAway();
});

test('no screen has anything that axe finds, is wider than 360 pixels, or too small for a finger, light and dark', async () => {
  const phone = await Phone.open();
  const web = await startRegistration('kim');
  await phone.see('Sign in');
  await look(phone);
  await phone.type('Username', 'kim');
  await phone.type('Password', 'another');
  await phone.tap('Sign in');
  await phone.says('Wrong username or password');
  await look(phone);
  await phone.signIn('kim');
  await phone.see('Verify device');
  await look(phone);
  await phone.tap('Scan QR');
  await phone.see('Hold the QR code within the brackets');
  await look(phone);
  await phone.tap('Enter the values manually');
  await phone.see('Enter the values');
  await look(phone);
  await typeValues(phone, web);
  await phone.see('One-time code');
  await look(phone);
  await web.typeCode(await phone.code());
  await web.submit();
  await phone.tap('Continue');
  await phone.see('Device registered');
  await look(phone);
  await phone.tap('OK');
  await phone.says('Delivery on Thursday');
  await look(phone);
  await phone.tap('Show code');
  await phone.see('Your code');
  await look(phone);
  await phone.tap('Close');
  await phone.tap('Sign out');
  await phone.signIn('kim');
  await phone.see('Enter the code of your registered device');
  await look(phone);
  await phone.putAway();
});

test('so has the one that says why there is no camera', async () => {
  for (const [answer, words] of [
    ['denied', 'Scanning needs the permission to use the camera'],
    ['none', 'This device has no camera'],
  ] as const) {
    const phone = await Phone.open(answer);
    await phone.signIn('lin');
    await phone.tap('Scan QR');
    await phone.says(words);
    await look(phone);
    await phone.tap('Enter the values manually');
    await phone.see('Enter the values');
    await phone.putAway();
  }
});

async function look({ tab }: Phone): Promise<void> {
  await tab.evaluate(AXE);
  for (const value of ['light', 'dark']) {
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    assert.deepEqual(await tab.evaluate(faultsOf, VIEWPORT.width, FINGER), [], `${value}, ${await tab.title()}`);
  }
}

// Sent into the page as text: each must stand alone.

async function faultsOf(width: number, finger: number): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations } = await axe.run();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  const tapped = [...document.querySelectorAll('button, input')];
  const small = tapped.filter((one) => one.getBoundingClientRect().height < finger).map(({ outerHTML }) => outerHTML);
  return [...found, ...small, ...(document.documentElement.scrollWidth > width ? ['wider than the screen'] : [])];
}

async function everythingKept(): Promise<string> {
  const told = (value: unknown): string => {
    if (value instanceof CryptoKey) return `CryptoKey extractable=${value.extractable}`;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return new TextDecoder('latin1').decode(value as ArrayBuffer);
    }
    return value !== null && typeof value === 'object' ? Object.values(value).map(told).join('\n') : String(value);
  };
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the database says nothing'));
    });
  const kept: string[] = [document.documentElement.outerHTML, document.cookie, JSON.stringify(localStorage)];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      kept.push(...(await done(database.transaction(store).objectStore(store).getAll())).map(told));
    }
  }
  const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
  return [...kept, ...Object.values(localStorage), ...fields].join('\n');
}
