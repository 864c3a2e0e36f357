/** `npm run check`: every tool that judges the source, without the tests. */
import { CHECKS, runChecks } from './run-checks.ts';

const results = await runChecks(CHECKS);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
