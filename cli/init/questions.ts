import { createInterface, type Interface } from 'node:readline/promises';
import type { Surroundings } from '../surroundings.ts';
import type { InitFlags } from './flags.ts';

type Asked = 'name' | 'portalUrl' | 'appUrl' | 'webdriverUrl' | 'controlUrl' | 'username';

const QUESTIONS: Record<Asked, string> = {
  name: 'What is it called in reports? ',
  portalUrl: 'Where does its portal answer, such as http://127.0.0.1:9000? ',
  appUrl: 'Where is its phone app, if that is a page? (Enter: it is none) ',
  webdriverUrl: 'Where is the WebDriver server (Appium) that drives a device with its app? (Enter: there is none) ',
  controlUrl: 'Where do its test controls for clock and accounts answer? (Enter: there are none) ',
  username: 'A username to sign in with? (Enter: test controls make accounts) ',
};

/** Asks for what no flag gives, where somebody is there to answer. */
export async function askForRest(flags: InitFlags, { stdin, stderr }: Surroundings): Promise<InitFlags> {
  if (!stdin.isTTY) return flags;
  const lines = createInterface({ input: stdin, output: stderr });
  const answered: InitFlags = { ...flags };
  try {
    const open = (Object.keys(QUESTIONS) as Asked[]).filter((field) => flags[field] === undefined);
    for (const field of open) answered[field] = (await lines.question(QUESTIONS[field])).trim() || undefined;
    if (!answered.appUrl && !answered.webdriverUrl && !answered.app) await askForAuthenticator(lines, answered);
    return answered;
  } finally {
    lines.close();
  }
}

/** Any site with a second factor can be judged, as far as it goes. */
async function askForAuthenticator(lines: Interface, answered: InitFlags): Promise<void> {
  const answer = await lines.question(
    'Is it without an app of its own, so that any authenticator shows its codes? (y or Enter) ',
  );
  if (/^y/i.test(answer.trim())) answered.app = 'authenticator';
}
