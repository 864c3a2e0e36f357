import type { AddCommand } from './command.ts';

const HELP = `
A run is its folder, its verdict.json, its name in reports/out, or "latest".

Examples:
  paircheck report latest                       say again what the latest run came to
  paircheck report latest --out /tmp/reports    its reports once more, in another folder

Nothing is run or judged again: the verdict is the one in verdict.json, the pictures come out of messages.ndjson.
The pointer reports/out/latest stays where it is.

Exit codes: those of paircheck run, as the stored verdict has them; 2 where the folder holds no run.`;

/** `paircheck report RUN`: every report of a run once more. */
export const addReportCommand: AddCommand = (program, { surroundings, done }) => {
  program
    .command('report <run>')
    .description('write the reports of a run again, from its verdict.json and messages.ndjson')
    .option('--out <folder>', 'where they go; into the folder of the run if left out')
    .addHelpText('after', HELP)
    .action(async (run: string, { out }: { out?: string }) => {
      const { openRun } = await import('./stored-run.ts');
      const { renderAgain } = await import('./render-again.ts');
      const { tellOutcome } = await import('./tell-outcome.ts');
      const stored = await openRun(run);
      const folder = out ?? stored.folder;
      await renderAgain(stored, folder);
      tellOutcome(stored.verdict, [folder], surroundings.stdout);
      done(stored.verdict.exitCode);
    });
};
