import { Option } from 'commander';
import type { AddCommand } from './command.ts';
import { collectId, readSeed } from './flag-values.ts';
import { ASKED_ROLES, type RunFlags } from './run-options.ts';
import { withTargetFlags } from './target-flags.ts';

const EXAMPLES = `
Examples:
  paircheck run                                   the document and its standards, against the built-in reference
  paircheck run --profile hardened                abuse, accessibility and care for keys as well
  paircheck run --only OTP-13 --only FLW-05       two requirements
  paircheck run --tags "@OTP-13 and not @needs-browser"
  paircheck run --portal-url http://127.0.0.1:8080 --control-url http://127.0.0.1:43210
  paircheck run --portal-url http://127.0.0.1:9000 --app-url http://127.0.0.1:9000/phone \\
    --username ada --password ...                 a portal and an app that are pages, and an account
  paircheck run --role app --portal-url ... --app-url ... --phone-api-url ... --control-url ...
                                                  an app that speaks protocol/openapi.json, beside paircheck serve --control
  paircheck run our-portal.yaml                   an implementation as its target file describes it
  paircheck run our-portal.yaml --portal-url http://127.0.0.1:9000
                                                  the same elsewhere: a flag comes before its field in the file
  paircheck run --fault F-060 --only OTP-13       the reference with a known defect: what a failure looks like
  paircheck run --watch --only FLW-02             look on while it is judged
  paircheck run --rerun latest                    only what failed or did not run there

A target file is YAML: name, portalUrl, phoneApiUrl, controlUrl, what the implementation declares, its known
failures and what it does not have. docs/target-file.md explains each field.

--rerun takes profiles, drive and addresses from that run, unless they are given anew. Where nothing failed there it
says so, runs nothing, and ends with that run's own exit code: 0 for a conformant one.

Writes reports/out/RUN/ (report.html, verdict.json, junit.xml, messages.ndjson and more); reports/out/latest points
at it.`;

const PROFILE_HELP =
  'what is asked: documented-flow, otp-core or hardened (repeatable; the first two where nothing is said)';

const STEP_PICTURES_HELP =
  'picture web and phone after each step, not only at the end of each scenario; the report is as much larger';

/** `paircheck run`: a profile against a target, judged. */
export const addRunCommand: AddCommand = (program, { surroundings, done }) => {
  withTargetFlags(program.command('run [target]'))
    .description(
      'run a profile against an implementation and judge it; with no target file and no address, the built-in reference',
    )
    .option('--profile <name>', PROFILE_HELP, collect, [])
    .option('--only <id>', 'only the scenarios of this requirement (repeatable)', collectId, [])
    .addOption(roleOption())
    .option('--tags <expression>', 'only the scenarios that this tag expression picks')
    .addOption(rerunOption())
    .option('--seed <number>', 'the order of the scenarios; each run prints its own', readSeed)
    .option('--fault <id>', 'the built-in reference with one known defect, to see what a failure looks like')
    .option('--watch', 'show the run while it goes on, on a page of its own, which is opened where there is a screen')
    .option('--step-pictures', STEP_PICTURES_HELP)
    .option('--out <folder>', 'where the reports go', 'reports/out')
    .addHelpText('after', EXAMPLES)
    .action(async (target: string | undefined, flags: RunFlags) => {
      const { judgeRun } = await import('./judge-run.ts');
      done(await judgeRun({ ...flags, ...(target !== undefined && { target }) }, surroundings));
    });
};

function roleOption(): Option {
  const whose =
    'only the requirements of one side, with those that take both: portal or app; pair: all of both, of a portal with ' +
    'an app of its own whose protocol nobody knows';
  return new Option('--role <side>', whose).choices(ASKED_ROLES);
}

function rerunOption(): Option {
  const what = 'only what failed or did not run in an earlier run: its folder, or latest';
  return new Option('--rerun <run>', what).conflicts('only');
}

function collect(name: string, before: string[]): string[] {
  return [...before, name];
}
