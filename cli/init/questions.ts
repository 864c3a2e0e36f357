import { createInterface } from 'node:readline/promises';
import type { Surroundings } from '../surroundings.ts';
import type { InitFlags } from './flags.ts';

type Asked = 'name' | 'portalUrl' | 'appUrl' | 'controlUrl' | 'username';

const QUESTIONS: Record<Asked, string> = {
  name: 'What is it called in reports? ',
  portalUrl: 'Where does its portal answer, such as http://127.0.0.1:9000? ',
  appUrl: 'Where is its phone app, if that is a page? (Enter: it is none) ',
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
    return answered;
  } finally {
    lines.close();
  }
}
