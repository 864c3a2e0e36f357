import { once } from 'node:events';
import { InvalidArgumentError, Option } from 'commander';
import type { ServedAddresses } from '../protocol/control-api.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import type { SideBySide } from '../simulators/side-by-side/page-server.ts';
import type { AddCommand } from './command.ts';
import { tellReferenceFailed } from './reference-failed.ts';
import type { PairOptions, ServedPair } from './serve/served-pair.ts';
import type { Surroundings } from './surroundings.ts';

interface ServeOptions {
  port: number;
  app: boolean;
  appPort?: number;
  page: boolean;
  pagePort?: number;
  control?: boolean;
  clock?: number;
  whileInput?: boolean;
  fault?: string;
  variant?: string;
}

/** What a person who tries the reference by hand signs in with; a server made for tests makes accounts of its own. */
const ACCOUNT_TO_TRY = { username: 'demo', password: 'demo-password' };

const CONTROL_HELP =
  'open the test controls on a second, free port: clock, accounts, state and registrations, and as its capabilities messages, audit, ' +
  'faults and restart';

/** `paircheck serve`: the reference portal and phone API, until it is stopped. */
export const addServeCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('serve')
    .description('serve the reference portal, its phone app as a page, and the API between them, on 127.0.0.1')
    .option('--port <number>', 'the port of portal and phone API; 0 takes free ones', readPort, 8080)
    .option('--app-port <number>', 'the port of the phone app; if left out, the next one after --port', readPort)
    .option('--no-app', 'without the phone app, and without the page that shows it beside the portal')
    .option('--page-port <number>', 'the port of that page; if left out, the next one after --app-port', readPort)
    .option('--no-page', 'without that page')
    .option('--control', CONTROL_HELP)
    .option('--clock <instant>', 'stop the clock at an instant such as 2024-03-05T00:00:00Z', readInstant)
    .option('--fault <id>', 'with one known defect, such as F-060, to see how the suite catches it')
    .addOption(
      new Option(
        '--variant <name>',
        'in another lawful way, such as strict-window: those of targets/variants',
      ).conflicts('fault'),
    )
    .option('--while-input', 'stop when standard input ends, for programs that start it')
    .addHelpText('after', '\nPrints its addresses as one line of JSON. Ctrl-C ends it, and everything in it is gone.')
    .action((options: ServeOptions) => serve(options, surroundings));
};

async function serve(options: ServeOptions, surroundings: Surroundings): Promise<void> {
  const { ServedPair } = await import('./serve/served-pair.ts');
  const clock = new SystemClock();
  if (options.clock !== undefined) clock.set(options.clock);
  const accounts = options.whileInput ? [] : [ACCOUNT_TO_TRY];
  const pair = await ServedPair.start(pairOptions(options, { clock, accounts, surroundings }), options);
  const page = await openPage(pair, options, { clock, account: accounts[0] });
  const addresses = await addressesOf(pair, { ...options, page });
  surroundings.stdout.write(`${JSON.stringify(addresses)}\n`);
  if (!options.whileInput) surroundings.stderr.write(invitation(addresses));
  await stopped(surroundings, options.whileInput === true);
  await page?.close();
  await pair.close();
}

interface Served {
  clock: SystemClock;
  accounts: (typeof ACCOUNT_TO_TRY)[];
  surroundings: Surroundings;
}

function pairOptions(options: ServeOptions, { clock, accounts, surroundings }: Served): PairOptions {
  const { port, app, control = false } = options;
  return {
    clock,
    accounts,
    port,
    ...(app && { appPort: nextPort(port, options.appPort) }),
    // With test controls somebody else moves the time, in the browser as well.
    stoppedAtEpochMs: control ? undefined : options.clock,
    // The page looks at what the test controls tell, too.
    hasControl: control || hasPage(options),
    onError: tellReferenceFailed(surroundings),
  };
}

async function openPage(
  pair: ServedPair,
  options: ServeOptions,
  { clock, account }: { clock: SystemClock; account?: typeof ACCOUNT_TO_TRY | undefined },
): Promise<SideBySide | undefined> {
  if (!hasPage(options)) return undefined;
  const { openSideBySide } = await import('./serve/open-side-by-side.ts');
  const port = nextPort(nextPort(options.port, options.appPort), options.pagePort);
  return openSideBySide(pair, { port, clock, account });
}

function hasPage({ app, page }: ServeOptions): boolean {
  return app && page;
}

/** The port that was asked for, or else the one after it; free ones follow a free one. */
function nextPort(before: number, asked: number | undefined): number {
  return asked ?? (before === 0 ? 0 : before + 1);
}

interface Shown {
  control?: boolean;
  page: SideBySide | undefined;
}

interface Addresses extends ServedAddresses {
  appUrl?: string;
  conversationUrl?: string;
  sideBySideUrl?: string;
}

/** The test controls are told of to those who asked for them: whoever reaches them rules the server. */
async function addressesOf(pair: ServedPair, { control, page }: Shown): Promise<Addresses> {
  const { portal, app } = await pair.running;
  const { controlUrl, ...addresses } = portal.addresses;
  return {
    ...addresses,
    ...(control && controlUrl !== undefined && { controlUrl }),
    ...(app && { appUrl: app.appUrl, conversationUrl: app.conversationUrl }),
    ...(page && { sideBySideUrl: page.sideBySideUrl }),
  };
}

function invitation({ portalUrl, appUrl, sideBySideUrl }: Addresses): string {
  const { username, password } = ACCOUNT_TO_TRY;
  const both = appUrl === undefined ? '' : ` and the phone app at ${appUrl}`;
  const where = appUrl === undefined ? '' : ' in both';
  const page = sideBySideUrl === undefined ? '' : `Open ${sideBySideUrl} for portal and phone side by side. Or open`;
  return `${page || 'Open'} the portal at ${portalUrl}${both}, and sign in${where} as "${username}" with "${password}". Ctrl-C ends it.\n`;
}

async function stopped({ stdin, on }: Parameters<AddCommand>[1]['surroundings'], whileInput: boolean): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) on.call(process, signal, () => resolve());
  });
  if (!whileInput) return signalled;
  stdin.resume();
  await Promise.race([once(stdin, 'end'), once(stdin, 'close'), signalled]);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('wanted a port from 0 to 65535.');
  return port;
}

function readInstant(text: string): number {
  const atEpochMs = Date.parse(text);
  if (Number.isNaN(atEpochMs)) throw new InvalidArgumentError('wanted an instant such as 2024-03-05T00:00:00Z.');
  return atEpochMs;
}
