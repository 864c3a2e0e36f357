import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type * as InquiryModule from './inquiry.ts';
import type { Answer } from './inquiry.ts';

/**
 * Lets the scenarios judge Stryker's mutants. Each scenario is a test of Stryker's: a mutant is killed when a scenario
 * that reaches it does not hold any more. Runs in a process of Stryker's, in whose sandbox the altered sources lie.
 * @see https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin
 */
const scenarioRunner: TestRunner = {
  /** What was imported stays: a mutant of what happens at the start needs another process. */
  capabilities: () => ({ reloadEnvironment: false }),
  async dryRun(): Promise<CompleteDryRunResult> {
    const tests = (await ask()).map(testOf);
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(context.mutantCoverage && { mutantCoverage: context.mutantCoverage }),
    };
  },
  async mutantRun({ activeMutant, hitLimit, testFilter }: MutantRunOptions): Promise<MutantRunResult> {
    Object.assign(context, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    const tests = await askInTurn(testFilter);
    return toMutantRunResult(
      determineHitLimitReached(context.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  },
};

/** Stryker looks for this name. */
export const strykerPlugins = [declareValuePlugin(PluginKind.TestRunner, 'scenarios', scenarioRunner)];

/** What the altered sources read and write. */
const context: InstrumenterContext = Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: {} })[
  INSTRUMENTER_CONSTANTS.NAMESPACE
];

/** Where mutants were found out so far, as often as they were: the next is likely to be found out there as well. */
const finds: string[] = [];
const LATEST_FINDS = 8;

async function askInTurn(places: readonly string[] | undefined): Promise<TestResult[]> {
  const first = [...new Set(finds.slice(-LATEST_FINDS))].filter((place) => places?.includes(place));
  const early = first.length > 0 ? await ask(first) : [];
  const others = places?.filter((place) => !first.includes(place));
  const isSettled = early.some(isRed) || others?.length === 0;
  const answers = isSettled ? early : [...early, ...(await ask(others))].toSorted(redFirst);
  const red = answers.find(isRed);
  if (red) finds.push(red.place);
  return answers.map(testOf);
}

/** Loaded with the first question only: by then the mutant is active, if there is one. */
async function ask(places?: readonly string[]): Promise<Answer[]> {
  const beside = pathToFileURL(join(process.cwd(), 'workshop/mutation/inquiry.ts')).href;
  const { inquire }: typeof InquiryModule = await import(beside);
  return inquire({ places, onScenario: (place) => Object.assign(context, { currentTestId: place }) });
}

/** Whether a scenario showed that something is wrong, rather than that nothing could be shown. */
function isRed({ outcome }: Answer): boolean {
  return outcome === 'does not hold';
}

function redFirst(one: Answer, other: Answer): number {
  return Number(isRed(other)) - Number(isRed(one));
}

function testOf({ place, name, milliseconds, ...answer }: Answer): TestResult {
  const test = { id: place, name: `${name} (${place})`, timeSpentMs: milliseconds };
  const { outcome, reason, requirements } = answer;
  if (outcome === 'holds') return { ...test, status: TestStatus.Success };
  if (outcome === 'left open' || outcome === 'left out') return { ...test, status: TestStatus.Skipped };
  const way = outcome === 'does not hold' ? 'red' : `incomplete, ${outcome}`;
  return {
    ...test,
    status: TestStatus.Failed,
    failureMessage: `${way}: ${requirements.join(', ')} "${name}": ${reason}`,
  };
}
