import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { RunVerdict, Status } from '../verdict/shape.ts';
import { type ClaimedCount, claimedCount } from './claimed.ts';
import { byReason, type ReasonGroup } from './groups.ts';
import { slug } from './html/words.ts';

const VIEWS = fileURLToPath(new URL('./statement/', import.meta.url));

/** SHA-256, in hexadecimal, of files that lie beside the statement. */
export interface FileDigest {
  file: string;
  sha256: string;
}

/** Every status but `passed`, the gravest first: what a reader has to know before the good numbers are worth anything. */
const EXCEPTIONS: Record<Exclude<Status, 'passed'>, string> = {
  failed: 'Failed',
  flaky: 'Flaky: passed only on a retry',
  'not run': 'Not run',
  'known failure': 'Known failure',
  warned: 'Warned: a SHOULD that is not met',
  informed: 'Informed: a MAY that is not met',
  'not claimed': 'Not claimed',
};

/**
 * One page to print and hand on: what was judged, how, and what it came to. It says the verdict's own outcome and
 * reason, and names the files that show more by what is in them.
 */
export function statement(verdict: RunVerdict, digests: readonly FileDigest[]): string {
  const eta = new Eta({ views: VIEWS, autoEscape: true });
  return eta.render('statement', {
    verdict,
    digests,
    style: readFileSync(join(VIEWS, 'statement.css'), 'utf8'),
    counts: Object.entries(verdict.counts).filter(([, amount]) => amount > 0),
    sum: claimedCount(verdict.requirements),
    profiles: verdict.profiles.map((profile) => ({ ...profile, sum: sumOf(profile.requirements, verdict) })),
    declarations: Object.entries(verdict.target.declarations),
    exceptions: exceptionsOf(verdict),
    slug,
    moment: (iso: string) => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC'),
  });
}

function sumOf(ids: readonly string[], { requirements }: RunVerdict): ClaimedCount {
  return claimedCount(requirements.filter(({ id }) => ids.includes(id)));
}

interface ExceptionGroup {
  title: string;
  groups: ReasonGroup[];
}

function exceptionsOf(verdict: RunVerdict): ExceptionGroup[] {
  const statuses = Object.entries(EXCEPTIONS) as [Status, string][];
  return statuses
    .map(([status, title]) => ({ title, groups: byReason(verdict, status) }))
    .filter(({ groups }) => groups.length > 0);
}
