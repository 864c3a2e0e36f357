import { Blocked, HarnessFault, TargetGone, Unprovided } from '../../simulators/errors.ts';
import { Doubt } from './check.ts';
import { CHECKS } from './checks.ts';
import { CODE_CHECKS } from './code-checks.ts';
import type { Patient } from './patient.ts';

/** What one look came to. */
export interface Finding {
  what: string;
  outcome: 'there' | 'doubtful' | 'missing' | 'nobody answers' | 'not looked at';
  /** What was seen. */
  said?: string;
  /** What to do about it. */
  otherwise?: string;
  /** How long the look took, where what it looked for was there. */
  tookMs?: number;
}

/** Looks at one thing after another, and tells each as it comes; what comes after something missing is not looked at. */
export async function examine(patient: Patient, tell: (finding: Finding) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  const checks = [...CHECKS, ...CODE_CHECKS].filter(({ isOf }) => isOf?.(patient.target) ?? true);
  for (const { what, otherwise, look } of checks) {
    const isOver = findings.some(({ outcome }) => outcome !== 'there' && outcome !== 'doubtful');
    const finding: Finding = isOver ? { what, outcome: 'not looked at' } : { what, ...(await lookAt(patient, look)) };
    findings.push(finding.outcome === 'there' ? finding : { ...finding, otherwise });
    tell(findings.at(-1) ?? finding);
  }
  return findings;
}

async function lookAt(patient: Patient, look: (patient: Patient) => Promise<string | undefined>) {
  const beganMs = performance.now();
  try {
    const said = await look(patient);
    return { outcome: 'there', tookMs: performance.now() - beganMs, ...(said !== undefined && { said }) } as const;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (error instanceof Doubt) return { outcome: 'doubtful', said } as const;
    if (error instanceof TargetGone || error instanceof HarnessFault)
      return { outcome: 'nobody answers', said } as const;
    if (error instanceof Blocked || error instanceof Unprovided) return { outcome: 'missing', said } as const;
    throw error;
  }
}
