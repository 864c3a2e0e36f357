import { styleText } from 'node:util';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { EXIT_CODES } from '../../reports/verdict.ts';
import { type PreparedRun, prepareRun } from '../prepare-run.ts';
import { namesOf, type RunFlags } from '../run-options.ts';
import { type RunRequest, requestOf } from '../run-request.ts';
import { catalogueFolder, type Surroundings } from '../surroundings.ts';
import { examine, type Finding } from './examine.ts';
import { meetPatient, type Patient } from './patient.ts';

/** Looks at a target and says what is there. @returns the exit code */
export function consult(flags: Partial<RunFlags>, surroundings: Surroundings): Promise<number> {
  return examineTarget(flags, { surroundings, onFinding: () => {} });
}

const MINUTE_MS = 60_000;

/**
 * What a run would be. By requests or screens of its own a scenario does about what was done here; on the document's
 * pages much is done without the browser, and nobody can say how much.
 */
function runAhead({ plan, selection }: RunRequest, { parameters }: PreparedRun, findings: readonly Finding[]): string {
  const [target] = parameters.targets ?? [];
  const lookedMs = findings.reduce((sum, { tookMs = 0 }) => sum + tookMs, 0);
  const minutes = Math.ceil((plan.length * lookedMs) / MINUTE_MS);
  const time = target?.requests || target?.screens ? `, about ${minutes} min` : '';
  const waits = target?.clock.kind === 'real' ? ', and waits for the next codes' : '';
  return `  a run: ${plan.length} scenarios of ${namesOf(selection)}${time}${waits}\n`;
}

interface Examination {
  surroundings: Surroundings;
  onFinding(finding: Finding): void;
  /** What else is to be looked at, with the same person, after all that. */
  afterwards?(patient: Patient): Promise<void>;
}

/** The same for somebody who wants to know what was found. */
export async function examineTarget(flags: Partial<RunFlags>, examination: Examination): Promise<number> {
  const { surroundings } = examination;
  const catalogue = await loadCatalogue(catalogueFolder);
  const whole = { account: [], out: '', ...flags, profile: [], only: [] };
  const request = await requestOf(whole, { catalogue, env: surroundings.env });
  const prepared = await prepareRun(request.options, 0, { surroundings });
  surroundings.stderr.write(`looking at ${prepared.description}\n`);
  try {
    const findings = await look(prepared, examination);
    const exitCode = exitCodeOf(findings);
    if (exitCode === EXIT_CODES.conformant) surroundings.stdout.write(runAhead(request, prepared, findings));
    return exitCode;
  } finally {
    await prepared.stop();
  }
}

async function look(
  { parameters }: PreparedRun,
  { surroundings: { stdout }, onFinding, afterwards }: Examination,
): Promise<Finding[]> {
  const patient = await meetPatient(parameters);
  try {
    const findings = await examine(patient, (finding) => {
      stdout.write(lineOf(finding, stdout));
      onFinding(finding);
    });
    await afterwards?.(patient);
    return findings;
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
