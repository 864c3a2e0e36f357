import { once } from 'node:events';
import { InvalidArgumentError, Option } from 'commander';
import type { Seams } from '../reference-server/seams.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';
import type { AddCommand } from './command.ts';
import { tellReferenceFailed } from './reference-failed.ts';

interface ServeOptions {
  port: number;
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
    .description('serve the reference portal and the API of its phone app, on 127.0.0.1, state in memory')
    .option('--port <number>', 'the port of portal and phone API; 0 takes a free one', readPort, 8080)
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
    .action(async (options: ServeOptions) => {
      const { startReferenceServer } = await import('../reference-server/server.ts');
      const clock = new SystemClock();
      if (options.clock !== undefined) clock.set(options.clock);
      const server = await startReferenceServer({
        clock,
        port: options.port,
        ...(options.control && { control: {} }),
        seams: await seamsOf(options),
        accounts: options.whileInput ? [] : [ACCOUNT_TO_TRY],
        onError: tellReferenceFailed(surroundings),
      });
      surroundings.stdout.write(`${JSON.stringify(server.addresses)}\n`);
      if (!options.whileInput) surroundings.stderr.write(invitation(server.addresses.portalUrl));
      await stopped(surroundings, options.whileInput === true);
      await server.close();
    });
};

/** Loaded when they are asked for: there are many defects, and mostly none is wanted. */
async function seamsOf({ fault, variant }: ServeOptions): Promise<Seams | undefined> {
  if (fault !== undefined) return (await (await import('./known-bads.ts')).serverFault(fault)).seams();
  if (variant !== undefined) return (await (await import('./lawful-variants.ts')).findVariant(variant)).seams();
  return undefined;
}

function invitation(portalUrl: string): string {
  const { username, password } = ACCOUNT_TO_TRY;
  return `Open ${portalUrl} and sign in as "${username}" with "${password}". Ctrl-C ends it.\n`;
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
