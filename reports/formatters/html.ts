import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { PictureFile } from '../testimony/shape.ts';
import type { Failure, RunVerdict, Status } from '../verdict/shape.ts';
import { byChapter, byReason } from './groups.ts';
import { profilesText } from './profiles-text.ts';

const VIEWS = fileURLToPath(new URL('./html/', import.meta.url));
/** In this order: later ones overrule earlier ones. */
const STYLES = ['page', 'verdict', 'findings', 'matrix', 'media', 'filter'];
/** Colour alone tells nobody who cannot see it. */
const SIGNS: Record<Status, string> = {
  passed: '✓',
  failed: '✕',
  warned: '!',
  informed: 'i',
  'not run': '–',
  'not claimed': '○',
  'known failure': '◆',
  flaky: '~',
};

/** One page that needs nothing else: no network, no script, pictures within. */
export function html(verdict: RunVerdict, pictures: readonly PictureFile[]): string {
  const eta = new Eta({ views: VIEWS, autoEscape: true });
  const sources = new Map(pictures.map(({ path, mediaType, base64 }) => [path, `data:${mediaType};base64,${base64}`]));
  return eta.render('report', {
    verdict,
    style: STYLES.map((name) => readFileSync(join(VIEWS, `${name}.css`), 'utf8')).join(''),
    profiles: profilesText(verdict),
    took: secondsBetween(verdict.startedAt, verdict.finishedAt),
    counts: Object.entries(verdict.counts).filter(([, amount]) => amount > 0),
    chapters: byChapter(verdict),
    findings: findingsOf(verdict),
    lacking: (['not run', 'flaky', 'not claimed'] as const).map((status) => ({
      status,
      groups: byReason(verdict, status),
    })),
    sign: (status: Status) => SIGNS[status],
    slug: (text: string) => text.replaceAll(' ', '-'),
    moment: (iso: string) => iso.replace('T', ' ').replace(/(?:\.000)?Z$/, ' UTC'),
    requirement: (id: string) => verdict.requirements.find((requirement) => requirement.id === id),
    source: (path: string) => sources.get(path),
  });
}

interface FindingGroup {
  title: string;
  failures: Failure[];
}

function findingsOf({ failures }: RunVerdict): FindingGroup[] {
  const groups: [string, Status[]][] = [
    ['Failures', ['failed']],
    ['Known failures', ['known failure']],
    ['Warnings', ['warned']],
    ['For information', ['informed']],
  ];
  const found = groups.map(([title, statuses]) => ({
    title,
    failures: failures.filter(({ status }) => statuses.includes(status)),
  }));
  return found.filter((group) => group.failures.length > 0);
}

function secondsBetween(startedAt: string, finishedAt: string): string {
  return `${((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s`;
}
