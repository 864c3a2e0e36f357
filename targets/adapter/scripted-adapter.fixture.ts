/**
 * A small adapter with one defect: `node scripted-adapter.fixture.ts DEFECT [PORT]`. Its phone knows one screen and
 * one code. It is a stranger: nothing of ours is imported.
 */
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createInterface } from 'node:readline';

interface Asked {
  id: number;
  method: string;
  params: { text?: string; picture?: string; isAimed?: boolean; atEpochMs?: number; action?: string };
}

const [, , defect = 'none', port = ''] = process.argv;

class Failure extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const screen = {
  title: 'One-time code',
  actions: ['Cancel', 'Continue'],
  message: 'nothing yet',
  isScanning: false,
  brackets: false,
  isProtected: false,
  accounts: ['Portal: ada'],
};

const hello = {
  protocol: defect === 'speaks another version' ? 2 : 1,
  name: 'a scripted adapter',
  calls: ['phone.screen', 'phone.scan', 'phone.code', 'phone.tap', 'phone.signIn', 'phone.claim', 'phone.duplicate'],
  ...(defect === 'sees text' && { phoneSees: 'text' }),
  ...(defect === 'acts at once' && { actsAtOnce: true }),
  ...(defect === 'has no app' && { hasApp: false }),
};
if (defect === 'misspells a call') hello.calls.push('phone.scann');

const answers: Record<string, (params: Asked['params']) => unknown> = {
  hello: () => hello,
  'phone.screen': () => screen,
  'phone.code': () => ({ code: '123456' }),
  'phone.scan': ({ text, picture = '', isAimed }) => {
    const seen =
      picture === '' ? `the text ${text}` : `a picture that begins ${picture.slice(0, 4)}, aimed: ${isAimed}`;
    screen.message = seen;
    return null;
  },
  'phone.signIn': ({ atEpochMs = 0 }) => {
    screen.message = new Date(atEpochMs).toISOString();
    return { codeAsked: false, sentCode: '123456' };
  },
  'phone.tap': ({ action = '' }) => {
    if (action === 'Cancel') throw new Failure(-32_002, 'connection refused');
    if (action === 'Continue') throw new Failure(-32_003, 'no such server: start one');
    throw new Failure(-32_001, `there is no "${action}"`);
  },
  'phone.claim': (claims) => {
    screen.message = `claims ${JSON.stringify(claims)}`;
    return {};
  },
  'phone.duplicate': () => {
    throw new Failure(-32_003, 'a phone of this kind is there once');
  },
};

const DEFECTS: Record<string, (asked: Asked) => void> = {
  'prints text': () => say('Starting up: password hunter22, code 123456 ...'),
  'prints an empty line and a notification': (asked) => {
    say('');
    tell({ method: 'log', params: ['warming up'] });
    answer(asked);
  },
  'asks back': () => tell({ id: 1, method: 'what' }),
  'forgets the version': ({ id }) => tell({ jsonrpc: '1.0', id, result: screen }),
  'answers another id': ({ id }) => tell({ id: id + 7, result: screen }),
  'answers the id as a text': ({ id }) => tell({ id: String(id), result: screen }),
  'answers twice': ({ id }) => {
    tell({ id, result: screen });
    tell({ id, result: screen });
  },
  'has result and error': ({ id }) => tell({ id, result: screen, error: { code: 1, message: 'x' } }),
  'has an error of no shape': ({ id }) => tell({ id, error: 'it broke' }),
  'fails in an act': ({ id }) => tell({ id, error: { code: -32_000, message: 'KeyError: password=hunter22' } }),
  lies: ({ id }) => tell({ id, result: { ...screen, actions: 'Cancel' } }),
  'misspells a field': ({ id }) => tell({ id, result: { ...screen, titel: 'x' } }),
  dies: () => {
    process.stderr.write('Traceback: it fell over with password hunter22\n', () => process.exit(3));
  },
  'is killed': () => process.kill(process.pid, 'SIGKILL'),
  'dies in the middle of a line': () => process.stdout.write('{"jsonrpc":"2.0","id":2,"res', () => process.exit(0)),
  'closes its output': () => closeSync(1),
  hangs: () => undefined,
  'floods with lines': () => process.stdout.write('{"jsonrpc":"2.0","method":"log"}\n'.repeat(10_001)),
  'floods with one line': () => process.stdout.write('la '.repeat(6 * 1024 * 1024)),
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(message: object): void {
  say(JSON.stringify({ jsonrpc: '2.0', ...message }));
}

function answer({ id, method, params }: Asked): void {
  try {
    tell({ id, result: answers[method]?.(params) });
  } catch (error) {
    const { code, message } = error as Failure;
    tell({ id, error: { code, message } });
  }
}

/** Stays, with a child of its own, when its input ends and when it is told to end. */
function refuseToEnd(): void {
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  spawn(process.execPath, ['-e', `require('node:net').connect(${port})`], { stdio: 'ignore' });
}

if (defect === 'dies before hello') process.exit(7);
if (defect === 'will not end') refuseToEnd();
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked;
  if (defect === 'says nothing') continue;
  if (asked.method === 'hello') answer(asked);
  else (DEFECTS[defect] ?? answer)(asked);
}
