import { InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from './command.ts';
import { collectId, readSeed } from './flag-values.ts';
import type { SelfCheckFlags } from './self-check/flags.ts';

const EXAMPLES = `
Examples:
  paircheck self-check                        every known-bad, against the chapters of the requirements it breaks
  paircheck self-check --fault F-060          one known-bad
  paircheck self-check --requirement OTP-13   all that break one requirement
  paircheck self-check --sample cover         as few as break every requirement once, another choice with each --seed
  paircheck self-check --lawful               other lawful ways of doing the same: no false alarm
  paircheck self-check --variant one-page --requirement OTP-13
                                              one of them, asked for one requirement
  paircheck self-check --in-page              all defects of the phone app, in its page: the same verdicts
  paircheck self-check --breadth all          each against the whole catalogue, so that no surprise is missed

The suite holds when the correct implementation is wholly green, when each known-bad is active by a probe of its own,
when each requirement that it breaks notices it, and when no other does but those that are listed with a reason.
Writes kill-matrix.html and kill-matrix.json; interrupted, with what had been tried by then. Exit codes: 0 it holds, 1 it
does not, 2 usage, 3 interrupted, 4 harness error.`;

/** What is chosen among known-bads alone. */
const OF_BADS = ['fault', 'sample', 'breadth'];

/** `paircheck self-check`: the suite itself under test. */
export const addSelfCheckCommand: AddCommand = (program, { surroundings, done }) => {
  program
    .command('self-check')
    .description('try the suite on implementations with one known defect each: every one has to be caught')
    .option('--fault <id>', 'only this known-bad (repeatable)', collectId, [])
    .option(
      '--requirement <id>',
      'only those that break this requirement; of lawful ones, only this is asked (repeatable)',
      collectId,
      [],
    )
    .option(
      '--sample <number>',
      'only so many, chosen by the seed; "cover": as few as break every requirement',
      readSample,
    )
    .addOption(breadthOption())
    .addOption(inPageOption())
    .addOption(lawfulOption())
    .addOption(variantOption())
    .option('--seed <number>', 'of the sample; each run prints its own', readSeed)
    .option('--out <folder>', 'where the matrix goes', 'reports/out/self-check')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: SelfCheckFlags) => {
      const { checkSuite } = await import('./self-check/check-suite.ts');
      done(await checkSuite(flags, surroundings));
    });
};

function breadthOption(): Option {
  return new Option('--breadth <what>', 'what each is held against: what it names, with the chapters of that, or all')
    .choices(['named', 'chapters', 'all'])
    .default('chapters');
}

function inPageOption(): Option {
  const what = "those of the phone app alone, in the app's page, used in a browser with a camera";
  return new Option('--in-page', what).conflicts(['lawful', 'variant']);
}

function lawfulOption(): Option {
  const what = 'lawful variants in place of known-bads: nothing may be found in any';
  return new Option('--lawful', what).conflicts(OF_BADS);
}

function variantOption(): Option {
  return new Option('--variant <id>', 'only this lawful variant (repeatable)')
    .argParser((id, before: string[]) => [...before, id])
    .default([])
    .implies({ lawful: true })
    .conflicts(OF_BADS);
}

function readSample(text: string): number | 'cover' {
  if (text === 'cover') return text;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('wanted a whole number from 1, or "cover".');
  return number;
}
