import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { PictureFile } from '../testimony/shape.ts';
import type { RunVerdict, Status } from '../verdict/shape.ts';
import { count } from '../verdict/words.ts';
import { byChapter } from './groups.ts';
import { divergenceOf } from './html/divergence.ts';
import { findingsOf } from './html/findings.ts';
import { PictureBook } from './html/picture-book.ts';
import { profilePagesOf } from './html/profile-pages.ts';
import { ScenarioPlaces } from './html/scenario-places.ts';
import { tracesOf } from './html/sentences.ts';
import { shortfallsOf } from './html/shortfalls.ts';
import { summaryOf } from './html/summary.ts';
import { timeLineOf } from './html/time-line.ts';
import { LEVELS, moment, SCENARIO_SIGNS, SIGNS, slug } from './html/words.ts';
import { profilesText } from './profiles-text.ts';

const VIEWS = fileURLToPath(new URL('./html/', import.meta.url));
const SCRIPT = new URL('./html/page.js', import.meta.url);
/** In this order: later ones overrule earlier ones. */
const STYLES = ['palette', 'page', 'verdict', 'findings', 'time-line', 'matrix', 'details', 'narrow', 'print'];

/** One page that needs nothing else: no network, pictures within, and a script that only adds comfort. */
export function html(verdict: RunVerdict, pictures: readonly PictureFile[]): string {
  const eta = new Eta({ views: VIEWS, autoEscape: true });
  const script = readFileSync(SCRIPT, 'utf8');
  return eta.render('report', {
    verdict,
    style: STYLES.map((name) => readFileSync(join(VIEWS, `${name}.css`), 'utf8')).join(''),
    script,
    // Whatever an implementation says can be shown on this page and never run by it.
    scriptHash: createHash('sha256').update(script).digest('base64'),
    ...contentOf(verdict),
    ...WORDS,
    book: new PictureBook(pictures),
  });
}

function contentOf(verdict: RunVerdict) {
  const { requirements, staleKnownFailures } = verdict;
  const findings = findingsOf(verdict);
  return {
    summary: summaryOf(verdict),
    profiles: profilesText(verdict),
    counts: Object.entries(verdict.counts).filter(([, amount]) => amount > 0),
    findings,
    places: new ScenarioPlaces(verdict, findings),
    stale: requirements.filter(({ id }) => staleKnownFailures.includes(id)),
    shortfalls: shortfallsOf(verdict),
    chapters: byChapter(verdict),
    traces: tracesOf(verdict),
    pages: profilePagesOf(verdict),
    choices: choicesOf(verdict),
    profilesOf: (id: string) => verdict.profiles.filter((profile) => profile.requirements.includes(id)),
    isRequirement: (id: string) => requirements.some((requirement) => requirement.id === id),
  };
}

/** What the requirements can be filtered by, and the values there are; one alone is no choice. */
function choicesOf({ requirements, profiles }: RunVerdict) {
  const choices = {
    status: requirements.map(({ status }): string => status),
    level: requirements.map(({ level }): string => level),
    role: requirements.map(({ role }) => role),
    profile: profiles.map(({ name }) => name),
  };
  const distinct = Object.entries(choices).map(([name, values]) => ({ name, values: [...new Set(values)] }));
  return distinct.filter(({ values }) => values.length > 1);
}

const WORDS = {
  sign: (status: Status) => SIGNS[status],
  scenarioSign: (outcome: keyof typeof SCENARIO_SIGNS) => SCENARIO_SIGNS[outcome],
  levels: LEVELS,
  count,
  divergenceOf,
  moment,
  slug,
  timeLineOf,
};
