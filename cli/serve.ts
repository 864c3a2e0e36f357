import { once } from 'node:events';
import { InvalidArgumentError, Option } from 'commander';
import type { Seams } from '../reference-server/seams.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import type { ServedPhoneApp } from '../simulators/phone-app/page-server.ts';
import type { AddCommand } from './command.ts';
import { tellReferenceFailed } from './reference-failed.ts';
import type { Surroundings } from './surroundings.ts';

interface ServeOptions {
  port: number;
  app: boolean;
  appPort?: number;
  control?: boolean;
  clock?: number;
  whileInput?: boolean;
  fault?: string;
  variant?: string;
}

/** What a person who tries the reference by hand signs in with; a server made for tests makes accounts of its own. */
const ACCOUNT_TO_TRY = { username: 'demo', password: 'demo-password' };

const CONTROL_HELP =
  'open the test controls on a second, free port: clock, accounts and state, and as its capabilities messages, audit, ' +
  'faults and restart';

/** `paircheck serve`: the reference portal and phone API, until it is stopped. */
export const addServeCommand: AddCommand = (program, { surroundings }) => {
  program
    .command('serve')
    .description('serve the reference portal, its phone app as a page, and the API between them, on 127.0.0.1')
    .option('--port <number>', 'the port of portal and phone API; 0 takes free ones', readPort, 8080)
    .option('--app-port <number>', 'the port of the phone app; if left out, the next one after --port', readPort)
    .option('--no-app', 'without the phone app')
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
  const { startReferenceServer } = await import('../reference-server/server.ts');
  const clock = new SystemClock();
  if (options.clock !== undefined) clock.set(options.clock);
  const { seams, faultFile } = await alteredBy(options);
  const server = await startReferenceServer({
    clock,
    port: options.port,
    ...(options.control && { control: {} }),
    seams,
    accounts: options.whileInput ? [] : [ACCOUNT_TO_TRY],
    onError: tellReferenceFailed(surroundings),
  });
  const app = await startApp(options, server.addresses.phoneApiUrl, faultFile);
  const addresses = { ...server.addresses, ...(app && { appUrl: app.appUrl, conversationUrl: app.conversationUrl }) };
  surroundings.stdout.write(`${JSON.stringify(addresses)}\n`);
  if (!options.whileInput) surroundings.stderr.write(invitation(addresses));
  await stopped(surroundings, options.whileInput === true);
  await Promise.all([server.close(), app?.close()]);
}

async function startApp(
  { app, port, appPort = port === 0 ? 0 : port + 1, control, clock }: ServeOptions,
  phoneApiUrl: string,
  faultFile?: string,
): Promise<ServedPhoneApp | undefined> {
  if (!app) return undefined;
  const { startPhoneApp } = await import('../simulators/phone-app/page-server.ts');
  // With test controls somebody else moves the time, in the browser as well.
  return startPhoneApp({ phoneApiUrl, port: appPort, faultFile, stoppedAtEpochMs: control ? undefined : clock });
}

/** What is other than it should be, or lawfully may be: of the server, or the module of a defect of the app. */
interface Altered {
  seams?: Seams;
  faultFile?: string;
}

/** Loaded when they are asked for: there are many defects, and mostly none is wanted. */
async function alteredBy({ fault, variant }: ServeOptions): Promise<Altered> {
  if (variant !== undefined)
    return { seams: (await (await import('./lawful-variants.ts')).findVariant(variant)).seams() };
  if (fault === undefined) return {};
  const { server, phone } = await (await import('./known-bads.ts')).findDefect(fault);
  if (server) return { seams: server.seams() };
  return { faultFile: await (await import('../simulators/phone/faults/load.ts')).phoneFaultFile(phone) };
}

function invitation({ portalUrl, appUrl }: { portalUrl: string; appUrl?: string }): string {
  const { username, password } = ACCOUNT_TO_TRY;
  const both = appUrl === undefined ? '' : ` and the phone app at ${appUrl}`;
  const where = appUrl === undefined ? '' : ' in both';
  return `Open the portal at ${portalUrl}${both}, and sign in${where} as "${username}" with "${password}". Ctrl-C ends it.\n`;
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
