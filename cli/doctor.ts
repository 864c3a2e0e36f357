import type { AddCommand } from './command.ts';
import type { RunFlags } from './run-options.ts';
import { withTargetFlags } from './target-flags.ts';

const EXAMPLES = `
Examples:
  paircheck doctor our-portal.yaml              is everything there that a run of this target needs?
  paircheck doctor --portal-url http://127.0.0.1:9000 --app-url http://127.0.0.1:9000/phone \\
    --username ada --password ...               the same before there is a target file

  paircheck doctor our-app.yaml                 with app: webdriver, whether its server takes sessions as well

Walks the documented flow once, to the code on the phone and no further, and stops at the first thing that is not
there: with what was seen, the field of the target file that would mend it, and the requirement that fails otherwise.
Of a product that is described by requests or screens it tries wrong passwords and codes too, and the right ones where
accounts are made as they are wanted; and it says about how long a run takes.
Exit codes: 0 a run can begin, 2 something is missing, 4 nobody answers.`;

/** `paircheck doctor`: whether a target can be judged at all. */
export const addDoctorCommand: AddCommand = (program, { surroundings, done }) => {
  withTargetFlags(program.command('doctor [target]'))
    .description('look whether everything is there that judging an implementation needs, before anything is judged')
    .addHelpText('after', EXAMPLES)
    .action(async (target: string | undefined, flags: RunFlags) => {
      const { consult } = await import('./doctor/consult.ts');
      done(await consult({ ...flags, ...(target !== undefined && { target }) }, surroundings));
    });
};
