import type { ControlName, Page } from '../../simulators/web-user/page.ts';
import { partly } from '../partly.ts';

/** What is to be pressed and filled in on each of its pages, and what they say. */
const PAGES: Record<string, { press: string[]; fill: string[]; says: string }> = {
  'signed out': { press: ['Sign in'], fill: ['Email', 'Password'], says: 'Welcome' },
  'code asked': { press: ['Continue'], fill: ['Two-factor code'], says: 'Two-factor authentication' },
  home: { press: ['Settings', 'Sign out'], fill: [], says: 'Home' },
  settings: { press: ['Enable 2FA'], fill: [], says: 'Settings' },
  enrolling: { press: [], fill: ['Two-factor code'], says: 'Scan the QR code' },
  'codes shown': { press: ['I have kept them'], fill: [], says: 'Recovery codes' },
};

/** A portal on paper, of one account: its code is sent as it is typed, and its factor is on once codes were kept. */
export class PaperPortal {
  readonly password = 'secret';
  readonly code = '123456';
  isOn = false;
  /** Whether the page of the QR code asks for the password, beside the code. */
  asksPasswordBeside = false;

  /** A page in a session of its own. */
  openFresh = async (): Promise<Page> => {
    let at = 'signed out';
    let message = '';
    const filled: Record<string, string> = {};
    const controls = () => {
      const page = PAGES[at] ?? { press: [], fill: [], says: '' };
      return this.#isBeside(at) ? { ...page, fill: [...page.fill, 'Password'] } : page;
    };
    const find = ({ kind, name }: ControlName) =>
      controls()[kind].find((text) => (typeof name === 'string' ? text === name : name.test(text)));
    const go = (to: string, says = '') => {
      at = to;
      message = says;
      delete filled.Password;
    };
    const acts: Record<string, () => void> = {
      'Sign in': () =>
        filled.Password === this.password ? go(this.isOn ? 'code asked' : 'home') : go('signed out', 'Wrong password'),
      Settings: () => go('settings'),
      'Sign out': () => go('signed out'),
      'Enable 2FA': () => go('enrolling'),
      'I have kept them': () => {
        this.isOn = true;
        go('settings');
      },
    };
    const send = (code: string) => {
      if (this.#isBeside(at) && filled.Password !== this.password) return go(at, 'This password is wrong');
      if (code !== this.code) return go(at, 'This code is wrong');
      return go(at === 'enrolling' ? 'codes shown' : 'home');
    };
    return partly<Page>(
      {
        open: async () => {
          if (at !== 'signed out' && at !== 'code asked') go('home');
        },
        address: () => 'http://127.0.0.1/',
        has: async (control) => find(control) !== undefined,
        reach: async (control) => find(control) !== undefined,
        lines: async () => [controls().says, message].filter((line) => line !== ''),
        controlNames: async () => [...controls().press, ...controls().fill],
        press: async (name) => {
          const found = find({ kind: 'press', name });
          if (found !== undefined) acts[found]?.();
          return found !== undefined;
        },
        fill: async (name, text) => {
          const found = find({ kind: 'fill', name });
          if (found !== undefined) filled[found] = text;
          if (found === 'Two-factor code') send(text);
          return found !== undefined;
        },
        secondTab: () => this.openFresh(),
        pictures: async () => [],
        close: async () => undefined,
      },
      'more of a page',
      'it is on paper',
    );
  };

  #isBeside(at: string): boolean {
    return this.asksPasswordBeside && at === 'enrolling';
  }
}
