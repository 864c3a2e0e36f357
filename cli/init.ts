import type { AddCommand } from './command.ts';
import type { InitFlags } from './init/flags.ts';
import { withTargetFlags } from './target-flags.ts';

const EXAMPLES = `
Examples:
  paircheck init                                asks, looks, and writes target.yaml
  paircheck init our-portal.yaml --portal-url http://127.0.0.1:9000 --username ada
                                                asks for nothing that is given

What is not given is asked for where somebody sits at a terminal, and left out elsewhere. Then it looks at the
implementation as paircheck doctor does, and notes in the file what it found. The password never stands in the file: it
names the environment variable PAIRCHECK_PASSWORD.`;

/** `paircheck init`: a target file to begin with. */
export const addInitCommand: AddCommand = (program, { surroundings, done }) => {
  withTargetFlags(program.command('init [file]'))
    .description('write a target file, with comments, for an implementation that runs')
    .option('--name <text>', 'what the reports should call it')
    .option('--force', 'replace a file that is there')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, flags: InitFlags) => {
      const { writeTarget } = await import('./init/write-target.ts');
      done(await writeTarget(file ?? 'target.yaml', flags, surroundings));
    });
};
