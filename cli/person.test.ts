import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { idsWith, reportFolder, verdictIn } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';

const ADA = { username: 'ada', password: 'a-password-to-try' };
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** What a tester answers to a question that holds these words; nothing, where they go away. */
type Answers = Record<string, string>;

const CORRECT: Answers = {
  'Take a phone': '1',
  'Sign in to the app': '1',
  'What does the app show': '1',
  'Which actions': '1 2',
  'Switch the screen reader on': '1, 2',
};

interface Trial {
  answers: Answers;
  /** How an answer gets to the desk. */
  give(answer: string, desk: { page: string; type(line: string): void }): Promise<void>;
}

/** Runs POP-02 with a tester who answers so, and gives what it came to and what was said on the way. */
async function runWith(context: Parameters<typeof startTestReference>[0], { answers, give }: Trial) {
  const [portalUrl = ''] = (await startTestReference(context, { accounts: [ADA] })).map((line) => line.split(': ')[1]);
  const out = await reportFolder();
  const flags = [
    '--portal-url',
    portalUrl,
    '--app',
    'person',
    '--username',
    'ada',
    '--drive',
    'api',
    '--only',
    'POP-02',
  ];
  const env = { ...process.env, PAIRCHECK_PASSWORD: ADA.password };
  const child = spawn(process.execPath, [MAIN, 'run', ...flags, '--out', out], { env, stdio: 'pipe' });
  child.stdout.resume();
  const said: string[] = [];
  let page = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    page = /open (\S+) beside/.exec(line)?.[1] ?? page;
    if (!line.startsWith('your turn')) continue;
    const [, answer] = Object.entries(answers).find(([words]) => line.includes(words)) ?? [];
    if (answer === undefined) child.stdin.end();
    else await give(answer, { page, type: (typed) => child.stdin.write(`${typed}\n`) });
  }
  if (child.exitCode === null) await once(child, 'exit');
  return { exitCode: child.exitCode, said: said.join('\n'), verdict: await verdictIn(out) };
}

const inTerminal: Trial['give'] = async (answer, { type }) => type(answer);

/** As the page does it: it looks for the question that is open, and sends the answer with its number. */
const onPage: Trial['give'] = async (line, { page }) => {
  const { number } = await (await fetch(`${page}question`)).json();
  await fetch(`${page}answer`, { method: 'POST', body: JSON.stringify({ number, line }) });
};

test('a tester with a phone in their hand is asked, in the terminal, whose turn it is, and shows a requirement', async (context) => {
  const { exitCode, said, verdict } = await runWith(context, { answers: CORRECT, give: inTerminal });
  assert.deepEqual([exitCode, idsWith(verdict, 'passed')], [0, ['POP-02']], said);
  assert.match(
    said,
    /your turn, 1 of 1: Which actions does the pop-up offer\?\n {2}1 Cancel\n {2}2 Scan QR\n {2}3 Another/,
  );
  assert.doesNotMatch(said, /a-password-to-try/);
});

test('what a tester sees that should not be there fails, answered on the page', async (context) => {
  const answers = { ...CORRECT, 'Which actions': '1 2 3' };
  const { exitCode, verdict } = await runWith(context, { answers, give: onPage });
  assert.deepEqual([exitCode, idsWith(verdict, 'failed')], [1, ['POP-02']]);
});

test('a question that nobody answers leaves the run incomplete', async (context) => {
  const { 'Which actions': _, ...answers } = CORRECT;
  const { exitCode, verdict } = await runWith(context, { answers, give: inTerminal });
  assert.deepEqual([exitCode, idsWith(verdict, 'passed')], [3, []]);
  assert.match(verdict.requirements.find(({ id }) => id === 'POP-02')?.reason ?? '', /nobody to ask/);
});
