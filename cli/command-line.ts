import { Command, CommanderError } from 'commander';
import { EXIT_CODES } from '../reports/verdict.ts';
import { BrowserNotFound } from '../simulators/browser/browser-not-found.ts';
import { HarnessFault, TargetGone, Unprovided } from '../simulators/errors.ts';
import { addDiffCommand } from './diff.ts';
import { addDoctorCommand } from './doctor.ts';
import { addExplainCommand } from './explain.ts';
import { addInitCommand } from './init.ts';
import { addListCommand } from './list.ts';
import { addReportCommand } from './report.ts';
import { addRunCommand } from './run.ts';
import { addSelfCheckCommand } from './self-check.ts';
import { addServeCommand } from './serve.ts';
import { suite } from './suite.ts';
import type { Surroundings } from './surroundings.ts';
import { isUsageError } from './usage-error.ts';

const EXAMPLES = `
Examples:
  paircheck run                         judge the built-in reference
  paircheck run --only OTP-13           run what proves one requirement
  paircheck run --drive api             the same sentences without a browser, in seconds
  paircheck run our-portal.yaml         judge your own, as its target file describes it
  paircheck doctor our-portal.yaml      look whether it can be judged at all
  paircheck run --rerun latest          run again what failed
  paircheck diff BEFORE latest          what got worse, and what got better
  paircheck explain OTP-13              what a requirement asks, and why
  paircheck serve --control             the reference, to try by hand or to develop against
  paircheck self-check                  show what the suite catches: one defect at a time

Exit codes: 0 conformant, 1 non-conformant, 2 usage, 3 incomplete, 4 harness error.
From a checkout: npm run paircheck -- COMMAND`;

const COMMANDS = [
  addRunCommand,
  addInitCommand,
  addDoctorCommand,
  addReportCommand,
  addDiffCommand,
  addListCommand,
  addExplainCommand,
  addServeCommand,
  addSelfCheckCommand,
];

/** Runs one command line. @returns the exit code */
export async function runCommandLine(surroundings: Surroundings): Promise<number> {
  let exitCode: number = EXIT_CODES.conformant;
  const program = new Command('paircheck')
    .description(
      'Tells whether an implementation of the documented mobile registration flow (a web portal and a phone app, ' +
        'paired by a QR code and a one-time code) does what the document says.',
    )
    .version(suite.version)
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    })
    .showHelpAfterError('(paircheck --help tells what there is)')
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  const done = (code: number) => {
    exitCode = code;
  };
  for (const add of COMMANDS) {
    add(program, { surroundings, done });
  }
  try {
    await program.parseAsync(surroundings.argv);
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, surroundings);
  }
}

function exitCodeOf(error: unknown, { stderr }: Surroundings): number {
  // Commander ends --help and --version this way too, with 0, and has said already what is wrong otherwise.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.usage;
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`paircheck: ${message}\n`);
  if (isUsageError(error) || error instanceof Unprovided) return EXIT_CODES.usage;
  // A stack is for bugs of ours; what else went wrong has been told whole.
  if (error instanceof Error && error.stack && !isToldWhole(error)) stderr.write(`${error.stack}\n`);
  return EXIT_CODES['harness error'];
}

const TOLD_WHOLE = [HarnessFault, TargetGone, BrowserNotFound];

function isToldWhole(error: Error): boolean {
  return TOLD_WHOLE.some((kind) => error instanceof kind);
}
