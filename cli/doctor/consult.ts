import { styleText } from 'node:util';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { EXIT_CODES } from '../../reports/verdict.ts';
import { type PreparedRun, prepareRun } from '../prepare-run.ts';
import type { RunFlags } from '../run-options.ts';
import { optionsOf } from '../run-request.ts';
import { catalogueFolder, type Surroundings } from '../surroundings.ts';
import { examine, type Finding } from './examine.ts';
import { meetPatient } from './patient.ts';

/** Looks at a target and says what is there. @returns the exit code */
export function consult(flags: Partial<RunFlags>, surroundings: Surroundings): Promise<number> {
  return examineTarget(flags, { surroundings, onFinding: () => {} });
}

interface Examination {
  surroundings: Surroundings;
  onFinding(finding: Finding): void;
}

/** The same for somebody who wants to know what was found. */
export async function examineTarget(flags: Partial<RunFlags>, examination: Examination): Promise<number> {
  const { surroundings } = examination;
  const catalogue = await loadCatalogue(catalogueFolder);
  const whole = { account: [], out: '', ...flags, profile: [], only: [] };
  const options = await optionsOf(whole, { catalogue, env: surroundings.env });
  const prepared = await prepareRun(options, 0, { surroundings });
  surroundings.stderr.write(`looking at ${prepared.description}\n`);
  try {
    return exitCodeOf(await look(prepared, examination));
  } finally {
    await prepared.stop();
  }
}

async function look(
  { parameters }: PreparedRun,
  { surroundings: { stdout }, onFinding }: Examination,
): Promise<Finding[]> {
  const patient = await meetPatient(parameters);
  try {
    return await examine(patient, (finding) => {
      stdout.write(lineOf(finding, stdout));
      onFinding(finding);
    });
  } finally {
    await patient.leave();
  }
}

const MARKS = {
  there: ['✔', 'green'],
  doubtful: ['!', 'yellow'],
  missing: ['✘', 'red'],
  'nobody answers': ['✘', 'red'],
  'not looked at': ['–', 'dim'],
} as const;

const MENDED = new Set(['doubtful', 'missing', 'nobody answers']);

function lineOf({ what, outcome, said, otherwise }: Finding, stream: NodeJS.WritableStream): string {
  const [mark, colour] = MARKS[outcome];
  const seen = said === undefined ? '' : `: ${said}`;
  const mend = MENDED.has(outcome) ? `    look at ${otherwise}\n` : '';
  return `${styleText(colour, mark, { stream })} ${what}${seen}\n${mend}`;
}

function exitCodeOf(findings: readonly Finding[]): number {
  if (findings.some(({ outcome }) => outcome === 'nobody answers')) return EXIT_CODES['harness error'];
  return findings.some(({ outcome }) => outcome === 'missing') ? EXIT_CODES.usage : EXIT_CODES.conformant;
}
