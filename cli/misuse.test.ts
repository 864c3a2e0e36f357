import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Ended, paircheckIn, reportFolder } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';

/** In the arguments of every program that is started, so that it is known if one is left. */
const TOKEN = crypto.randomUUID();
const NODE = process.execPath;
const SERVER = fileURLToPath(new URL('misbehaving.fixture.ts', import.meta.url));
const ADAPTER = fileURLToPath(new URL('../targets/adapter/scripted-adapter.fixture.ts', import.meta.url));
const ADA = 'accounts: [{ username: ada, password: a-password-to-try }]';
const APART = '[User profil, Access controls, Mobile authentication, Register new device]';

/** The addresses of a good reference of its own, as lines of a target file. */
type Reference = readonly [portal: string, phoneApi: string, control: string];

interface Misuse {
  what: string;
  /** Both commands, where nothing else is said. */
  command?: 'run' | 'doctor';
  lines(reference: Reference): string[];
  flags?: string[];
  env?: Record<string, string>;
  exits: number;
  says: RegExp;
}

function program(...parts: string[]): string {
  return `command: ${JSON.stringify([NODE, ...parts, TOKEN])}`;
}

/** A portal that is started, with one account. */
function portal(defect: string, ...more: string[]): string[] {
  return ['start:', `  ${program(SERVER, defect, '', '')}`, ...more, ADA];
}

/** A program in place of a server. */
function started(script: string, ...more: string[]): string[] {
  return ['start:', `  ${program('-e', script)}`, ...more, ADA];
}

/** Test controls that are started, for a portal that runs. */
function controls(defect: string, [portalUrl, phoneApiUrl, controlUrl]: Reference): string[] {
  const [, page = ''] = portalUrl.split(': ');
  const [, control = ''] = controlUrl.split(': ');
  return ['start:', `  ${program(SERVER, defect, page, control)}`, phoneApiUrl];
}

function accounts(script: string, reference: Reference): string[] {
  return [...reference, 'accounts:', `  ${program('-e', script)}`];
}

function adapter(defect: string, reference: Reference): string[] {
  return [...reference, 'adapter:', `  ${program(ADAPTER, defect, '')}`, '  timeoutSeconds: 1'];
}

const MISUSES: readonly Misuse[] = [
  {
    what: 'a dead port',
    command: 'run',
    lines: () => ['portalUrl: http://127.0.0.1:9', ADA],
    exits: 4,
    says: /ECONNREFUSED; is it running, and is its port right\?/,
  },
  {
    what: 'a host that is none',
    command: 'run',
    lines: () => ['portalUrl: http://portal.invalid', ADA],
    exits: 4,
    says: /(ENOTFOUND|EAI_AGAIN); is the name of its host right/,
  },
  {
    what: 'TLS where there is none',
    command: 'run',
    lines: ([url]) => [url.replace('http:', 'https:'), ADA],
    exits: 4,
    says: /EPROTO; is it http: in place of https:\?/,
  },
  {
    what: 'a server that never answers',
    command: 'run',
    lines: () => portal('never answers'),
    exits: 4,
    says: /got none: no answer in time; see what the server says/,
  },
  {
    what: 'a server of another protocol',
    command: 'run',
    lines: () => portal('greets'),
    exits: 4,
    says: /HPE_\w+; does a server of HTTP listen there\?/,
  },
  {
    what: 'a server that leads in circles',
    command: 'run',
    lines: () => portal('leads in circles'),
    exits: 4,
    says: /20 redirects, and then another/,
  },
  {
    what: 'a server that errs',
    lines: () => portal('answers with errors'),
    exits: 4,
    says: /offers: nothing: check --username|an error of its own \(500\)/,
  },
  {
    what: 'a server that is another',
    command: 'run',
    lines: () => portal('says hello'),
    exits: 4,
    says: /offers: nothing: check --username/,
  },
  {
    what: 'a password that is wrong',
    command: 'run',
    lines: (reference) => [...reference, ADA],
    exits: 4,
    says: /it still asks for a password: check --username/,
  },
  {
    what: 'a step of another name',
    command: 'doctor',
    lines: (reference) => [...reference, `labels: { path: ${APART} }`],
    exits: 2,
    says: /wanted "User profil", .*did you mean "User profile"\?\n.*labels\.path/,
  },
  {
    what: 'a button of another name',
    command: 'doctor',
    lines: (reference) => [...reference, 'labels: { next: Weiter }'],
    exits: 2,
    says: /named "Weiter" .* it offers: .*"Next"\n.*look at labels\.next/,
  },
  {
    what: 'a phone API that is nowhere',
    command: 'doctor',
    lines: ([url, , control]) => [url, 'phoneApiUrl: http://127.0.0.1:9', control],
    exits: 4,
    says: /app asks to verify.*ECONNREFUSED.*\n.*phoneApiUrl/,
  },
  {
    what: 'test controls at the portal',
    lines: ([url, api]) => [url, api, url.replace('portalUrl', 'controlUrl')],
    exits: 4,
    says: /answered 404 to (PUT \/clock|POST \/accounts), .*is controlUrl the address/,
  },
  {
    what: 'test controls that are nowhere',
    command: 'doctor',
    lines: ([url, api]) => [url, api, 'controlUrl: http://127.0.0.1:9'],
    exits: 4,
    says: /(PUT \/clock|GET \/capabilities) from .*ECONNREFUSED/,
  },
  {
    what: 'test controls that say yes and set nothing',
    lines: (reference) => controls('sets no clock', reference),
    exits: 4,
    says: /the test controls took it and the portal stays in the present: let controlUrl/,
  },
  {
    what: 'test controls that make no account',
    command: 'run',
    lines: (reference) => controls('answers no account', reference),
    exits: 4,
    says: /wanted \{"username".*answered something else to POST \/accounts/,
  },
  {
    what: 'accounts of which nothing is printed',
    command: 'run',
    lines: (reference) => accounts('', reference),
    exits: 4,
    says: /accounts\.command: wanted an account such as .*got nothing; print just that/,
  },
  {
    what: 'the same account each time',
    command: 'run',
    lines: (reference) => accounts('console.log(`{"username":"ada","password":"same"}`)', reference),
    exits: 4,
    says: /accounts.command|still asks for a password/,
  },
  {
    what: 'accounts of nobody',
    command: 'run',
    lines: (reference) => accounts('console.log(`{"username":"eve","password":"none"}`)', reference),
    exits: 4,
    says: /wanted to sign in as "eve" .*it still asks for a password: check/,
  },
  {
    what: 'an account program that dies',
    command: 'doctor',
    lines: (reference) => accounts('console.error("no data"); process.exit(3)', reference),
    exits: 4,
    says: /got exit code 3, "no data"; call it by hand in the same folder/,
  },
  {
    what: 'a program that is not there',
    command: 'doctor',
    lines: () => ['start: { command: [no-such-program] }', ADA],
    exits: 4,
    says: /there is no such program here: install it, or give its full path in start\.command/,
  },
  {
    what: 'a program that dies at once',
    command: 'run',
    lines: () => started('console.error("no module"); process.exit(1)'),
    exits: 4,
    says: /ended with exit code 1 before: start it by hand.*\n.*\n.*no module/,
  },
  {
    what: 'a program that is never ready',
    command: 'run',
    lines: () => started('setInterval(() => {}, 1000)', '  patienceSeconds: 0.5'),
    exits: 4,
    says: /within 0\.5 s it wrote no line such as .*say under start\.ready/,
  },
  {
    what: 'a program that never answers where the portal is to be',
    command: 'run',
    lines: () => [
      'portalUrl: http://127.0.0.1:1/',
      ...started('setInterval(() => {}, 1000)', '  patienceSeconds: 0.5'),
    ],
    exits: 4,
    says: /within 0\.5 s it did not: correct start\.ready, or portalUrl where that is left out \(url http:\/\/127\.0\.0\.1:1\/\)/,
  },
  {
    what: 'a program without an address',
    command: 'run',
    lines: () => started('console.log("up"); setInterval(() => {}, 1000)', '  ready: { line: up }'),
    exits: 4,
    says: /wanted "portalUrl" in what start\.command prints, or in the target file/,
  },
  {
    what: 'a program with a false address',
    command: 'run',
    lines: () => started('console.log(`{"portalUrl":"localhost:80"}`); setInterval(() => {}, 1000)'),
    exits: 4,
    says: /wanted an address such as .* as "portalUrl" in what start\.command prints, got "localhost:80"/,
  },
  {
    what: 'a port that is taken',
    command: 'run',
    lines: ([url]) => portal('says hello', `  ready: { url: "${url.split(': ')[1]}" }`),
    exits: 4,
    says: /somebody answers at 127\.0\.0\.1:\d+ already: end that/,
  },
  {
    what: 'a program that dies later',
    command: 'run',
    lines: () => portal('ends at the first request'),
    exits: 4,
    says: /is gone: it ended with exit code 7/,
  },
  {
    what: 'a faketime that is none',
    command: 'doctor',
    lines: () => portal('says hello', 'clock: faketime'),
    env: { FAKETIME_LIB: '/no/such.so' },
    exits: 2,
    says: /FAKETIME_LIB names \/no\/such\.so, which cannot be read/,
  },
  {
    what: 'a program that faketime does not move',
    command: 'run',
    lines: () => portal('says hello', 'clock: faketime'),
    env: { FAKETIME_LIB: SERVER },
    exits: 4,
    says: /it stays in the present: faketime moves no statically linked/,
  },
  {
    what: 'an adapter that is not there',
    command: 'doctor',
    lines: (reference) => [...reference, 'adapter: { command: [no-such-adapter] }'],
    exits: 4,
    says: /could not be started.*; install it, or give its full path in adapter\.command/,
  },
  {
    what: 'an adapter that says nothing',
    command: 'run',
    lines: (reference) => adapter('says nothing', reference),
    exits: 4,
    says: /asked hello: wanted an answer within 10 s, none came; see what/,
  },
  {
    what: 'an adapter that hangs',
    command: 'run',
    lines: (reference) => adapter('hangs', reference),
    exits: 4,
    says: /at "Given .*asked phone\.\w+: wanted an answer within 1 s, none came/,
  },
  {
    what: 'an adapter that floods',
    command: 'run',
    lines: (reference) => adapter('floods with lines', reference),
    exits: 4,
    says: /at "Given .*10000 lines that nobody asked for; write logs/,
  },
  {
    what: 'an adapter that dies',
    lines: (reference) => adapter('dies', reference),
    exits: 4,
    says: /asked phone\.\w+: wanted an answer, it ended with exit code 3; see why/,
  },
  {
    what: 'an adapter that lies',
    command: 'run',
    lines: (reference) => adapter('lies', reference),
    exits: 4,
    says: /at "Given .*wanted a result that fits the schema, .*; see phone\.\w+\.result in/,
  },
  {
    what: 'an adapter with another id',
    command: 'run',
    lines: (reference) => adapter('answers another id', reference),
    exits: 4,
    says: /at "Given .*wanted an answer with the id 2 \(phone\.\w+\), line 2/,
  },
  {
    what: 'an adapter that names what is none',
    command: 'run',
    lines: (reference) => adapter('misspells a call', reference),
    exits: 4,
    says: /it names "phone\.scann"; did you mean "phone\.scan"\?/,
  },
  {
    what: 'an app that is a page, without a browser',
    command: 'doctor',
    lines: (reference) => [...reference, reference[0].replace('portalUrl', 'appUrl')],
    exits: 2,
    says: /a browser for the app: .*leave out --drive api/,
  },
];

describe('a misuse ends with a sentence that says what to do', { concurrency: 4 }, () => {
  after(async () => assert.deepEqual(await programsLeft(), []));

  for (const misuse of MISUSES) {
    for (const command of misuse.command ? [misuse.command] : (['run', 'doctor'] as const)) {
      it(`${command}: ${misuse.what}`, async (test) => {
        const out = await reportFolder();
        const path = join(out, 'target.yaml');
        const [url = '', api = '', control = ''] = await startTestReference(test);
        await writeFile(path, ['name: a portal', ...misuse.lines([url, api, control]), ''].join('\n'));
        const ended = await ask(command, { path, out, misuse });
        const said = ended.stdout + ended.stderr;
        assert.equal(ended.exitCode, misuse.exits, said);
        assert.match(said, misuse.says);
        assert.doesNotMatch(said, /^ {4}at .*:\d+:\d+|a-password-to-try/m);
        if (command === 'run') await access(join(out, 'latest', 'report.html'));
      });
    }
  }
});

interface Place {
  path: string;
  out: string;
  misuse: Misuse;
}

function ask(command: 'run' | 'doctor', { path, out, misuse: { flags = [], env } }: Place): Promise<Ended> {
  const ofRun = command === 'run' ? ['--only', 'FLW-02', '--out', out] : [];
  return paircheckIn({ ...process.env, ...env }, command, path, '--drive', 'api', ...ofRun, ...flags);
}

async function programsLeft(): Promise<string[]> {
  if (platform() === 'win32') return [];
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
  return stdout.split('\n').filter((line) => line.includes(TOKEN));
}
