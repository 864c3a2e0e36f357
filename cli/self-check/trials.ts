import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { KnownBad } from '../../protocol/known-bad.ts';
import type { Catalogue } from '../../reports/catalogue/types.ts';
import type { KnownBadTrial, LawfulTrial, TwinTrial } from '../../reports/kill-matrix/shape.ts';
import type { FoundBrowser } from '../../simulators/browser/found-browser.ts';
import { letThreadsRunAlone } from '../../steps/support/channel.ts';
import { DEFAULT_DECLARATIONS } from '../../targets/target.ts';
import type { DeclaredVariant } from '../lawful-variants.ts';
import { startOfRun } from '../prepare-run.ts';
import { moduleEnding } from '../surroundings.ts';
import type { Job, JobResult } from './job.ts';
import { type Breadth, watchedOf } from './watched.ts';

/** What is to be tried, and against how much. */
export interface TrialPlan {
  knownBads: readonly KnownBad[];
  breadth: Breadth;
  /** Whether they are defects of the app, to be looked at in its page. */
  inPage: boolean;
  catalogue: Catalogue;
  /** Needed as soon as one of them needs it. */
  browser?: FoundBrowser | undefined;
  onTwin(trial: TwinTrial): void;
  onTrial(trial: KnownBadTrial): void;
}

/** The lawful variants that are to be tried. */
export interface VariantPlan extends Pick<TrialPlan, 'browser'> {
  variants: readonly DeclaredVariant[];
  requirementIds: string[];
  onVariant(trial: LawfulTrial): void;
}

/** What a thread has to say of a job; nothing, when it was interrupted. */
type Outcome = Promise<JobResult | undefined>;

/** A thread has a Cucumber, a server and perhaps a browser of its own. */
const MOST_THREADS = 4;

/** Tries them all, and the correct implementation with whatever any of them was asked; a few at a time. */
export function runTrials(plan: TrialPlan): Promise<void> {
  return withLanes(availableParallelism(), async (pool) => {
    const twins = twinJobs(plan, pool.options.maxThreads).map((job) => pool.run(job) as Outcome);
    const trials = plan.knownBads.map((fault) => tried(plan, fault, pool));
    // All at once: a thread that ends fails what waits for it, and each of these has to be heard.
    const results = Promise.all(twins).then((all) => {
      const whole = all.filter((result) => result !== undefined);
      if (whole.length === all.length) plan.onTwin(joined(whole));
    });
    await Promise.all([results, ...trials]);
  });
}

/** Holds every lawful variant against the requirements; those in a browser first, for they take longest. */
export function runVariants(plan: VariantPlan): Promise<void> {
  const isSlow = ({ variant }: DeclaredVariant) => variant.needsBrowser === true;
  const inBrowser = plan.variants.filter(isSlow);
  const ordered = [...inBrowser, ...plan.variants.filter((one) => !isSlow(one))];
  // A browser is waited for half of the time: one more than there are cores keeps them busy.
  return withLanes(availableParallelism() + Math.min(inBrowser.length, 1), async (pool) => {
    await Promise.all(ordered.map((declared) => heldAgainst(plan, declared, pool)));
  });
}

async function heldAgainst(plan: VariantPlan, { variant, file }: DeclaredVariant, pool: Piscina): Promise<void> {
  const { id, title, advice = {}, needsBrowser } = variant;
  const { labels } = file;
  const job: Job = {
    variant: { id, declares: { ...DEFAULT_DECLARATIONS, ...file.declares }, ...(labels && { labels }) },
    requirementIds: plan.requirementIds,
    startEpochMs: startOfRun(),
    ...(needsBrowser && browserOf(plan)),
  };
  const result = await (pool.run(job) as Outcome);
  if (!result) return;
  const { statuses, reasons, problems, seconds } = result;
  plan.onVariant({ id, title, advice, statuses, reasons, problems, seconds });
}

async function withLanes(wanted: number, work: (pool: Piscina) => Promise<void>): Promise<void> {
  const filename = fileURLToPath(new URL(`./lane.${moduleEnding}`, import.meta.url));
  const threads = Math.min(wanted, MOST_THREADS);
  letThreadsRunAlone();
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  try {
    await work(pool);
  } finally {
    await pool.destroy();
  }
}

/** The correct implementation, in as many parts as there are threads: with a browser where a known-bad needs one. */
function twinJobs(plan: TrialPlan, parts: number): Job[] {
  const { knownBads, inPage } = plan;
  const [inBrowser, without] = [true, false].map((needs) =>
    asked(plan, ({ needsBrowser = false }) => needsBrowser === needs),
  );
  const startEpochMs = startOfRun();
  const jobs: Job[] = Array.from({ length: parts }, (_, part) => ({
    requirementIds: (without ?? []).filter((_id, at) => at % parts === part),
    startEpochMs,
  }));
  if (inBrowser?.length)
    jobs.push({ requirementIds: inBrowser, startEpochMs, ...browserOf(plan), ...(inPage && { inPage }) });
  return knownBads.length === 0 ? [] : jobs.filter(({ requirementIds }) => requirementIds.length > 0);
}

function asked(plan: TrialPlan, isMeant: (fault: KnownBad) => boolean): string[] {
  return [...new Set(plan.knownBads.filter(isMeant).flatMap((fault) => watched(plan, fault)))];
}

/** In the app's page what is asked of apps. */
function watched({ breadth, catalogue, inPage }: TrialPlan, fault: KnownBad): string[] {
  const ids = watchedOf(fault, breadth, catalogue);
  return inPage ? ids.filter((id) => catalogue.requirement(id).role !== 'portal') : ids;
}

async function tried(plan: TrialPlan, fault: KnownBad, pool: Piscina): Promise<void> {
  const job: Job = {
    faultId: fault.id,
    requirementIds: watched(plan, fault),
    startEpochMs: startOfRun(),
    ...(fault.needsBrowser && browserOf(plan)),
    ...(plan.inPage && { inPage: true }),
  };
  const result = await (pool.run(job) as Outcome);
  if (result) plan.onTrial({ fault, ...result });
}

function browserOf({ browser }: Pick<TrialPlan, 'browser'>): Pick<Job, 'browser'> {
  return browser ? { browser } : {};
}

/** A requirement that was asked with and without a browser is as good as the worse answer. */
function joined(results: readonly JobResult[]): TwinTrial {
  const statuses: TwinTrial['statuses'] = Object.assign({}, ...results.map((result) => result.statuses));
  const worst = results
    .flatMap((result) => Object.entries(result.statuses))
    .filter(([, status]) => status !== 'passed');
  return {
    statuses: { ...statuses, ...Object.fromEntries(worst) },
    reasons: Object.assign({}, ...results.map(({ reasons }) => reasons)),
    problems: results.flatMap(({ problems }) => problems),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
