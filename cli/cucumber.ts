import { Writable } from 'node:stream';
import { type ISupportCodeLibrary, loadConfiguration, loadSources, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { WorldParameters } from '../steps/support/stage.ts';
import { moduleEnding, projectPath } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

const FEATURES = ['features/**/*.feature'];

/** One scenario that a tag expression picks. */
export interface PlannedScenario {
  name: string;
  uri: string;
  line: number;
}

/**
 * The scenarios that a tag expression picks, in the order of the features.
 * @param asked the part of the expression that somebody typed
 * @throws {UsageError} when the expression cannot be read
 * @throws Error when a feature file cannot be read
 */
export async function planScenarios(tags: string, asked = ''): Promise<PlannedScenario[]> {
  const coordinates = {
    defaultDialect: 'en',
    paths: FEATURES,
    names: [],
    tagExpression: tags,
    order: 'defined' as const,
  };
  const { plan, errors } = await loadSources(coordinates, { cwd: projectPath }).catch((cause: unknown) => {
    const wanted = 'wanted a tag expression such as "@OTP-13 and not @needs-browser"';
    throw new UsageError(`${wanted}, got "${asked}": ${faultOf(cause)}`, { cause });
  });
  const [error] = errors;
  if (error) throw new Error(`${error.uri}:${error.location.line} cannot be read: ${error.message}`);
  return plan.map(({ name, uri, location }) => ({ name, uri, line: location.line }));
}

/** What Cucumber is asked to do. */
export interface CucumberRun {
  /** A tag expression: which scenarios. */
  tags: string;
  /** Only those at these places, each `uri:line`; left out, all that the tags pick. */
  places?: readonly string[] | undefined;
  /** `random:SEED` or `defined`. */
  order: `random:${number}` | 'defined';
  parameters: WorldParameters;
  /** How many scenarios may run at the same time, each in a thread of its own; one runs in this one. */
  workers: number;
  /** Where Cucumber says what is wrong with the sentences themselves. */
  stderr: Writable;
  onMessage(envelope: Envelope): void;
  /** What an earlier run of this thread has loaded, so that it is not loaded again. */
  support?: ISupportCodeLibrary | undefined;
}

/**
 * Runs the sentences. What they come to is in the messages alone; Cucumber's own verdict is not asked.
 * @returns the steps that were loaded, for a further run
 */
export async function runSentences({ stderr, onMessage, ...asked }: CucumberRun): Promise<ISupportCodeLibrary> {
  const environment = { cwd: projectPath, stdout: nowhere(), stderr };
  const provided = {
    paths: asked.places ? [...asked.places] : FEATURES,
    import: [`steps/**/!(*.test).${moduleEnding}`],
    tags: asked.tags,
    order: asked.order,
    parallel: asked.workers > 1 ? asked.workers : 0,
    worldParameters: JSON.parse(JSON.stringify(asked.parameters)),
  };
  const { runConfiguration } = await loadConfiguration({ file: false, provided }, environment);
  const { support } = await runCucumber(
    { ...runConfiguration, support: asked.support ?? runConfiguration.support },
    environment,
    onMessage,
  );
  return support;
}

/** Cucumber insists on a formatter for standard output, where our own summary goes alone. */
export function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/** Cucumber wraps what its parser says, which repeats the whole expression before it tells what is wrong with it. */
function faultOf(error: unknown): string {
  const fault = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return String(fault).replace(/^.* because of /s, '');
}
