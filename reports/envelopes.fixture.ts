import {
  AttachmentContentEncoding,
  type Envelope,
  type GherkinDocument,
  PickleStepType,
  StepKeywordType,
  TestStepResultStatus,
} from '@cucumber/messages';
import { EVIDENCE_MEDIA_TYPE, type Evidence } from './evidence.ts';

/** One scenario to be told as Cucumber tells it. Each attempt overrides the steps it names by their place. */
export interface ScenarioScript {
  name?: string;
  tags?: string[];
  steps?: StepScript[];
  /** The steps of each attempt, where there are several; none at all for a scenario that was never started. */
  attempts?: StepScript[][];
  before?: HookScript;
  after?: HookScript;
  /** Nothing is heard after so many of its steps and hooks. */
  cutOffAfter?: number;
}

export interface StepScript {
  /** With its keyword; `And` is written out as what it stands for. */
  sentence: string;
  status?: TestStepResultStatus;
  /** A `Then` that passes records one piece that holds, unless told otherwise. */
  evidence?: Partial<Evidence>[];
  error?: { type: string; message: string };
  attachments?: AttachmentScript[];
}

export interface HookScript {
  status?: TestStepResultStatus;
  error?: { type: string; message: string };
  attachments?: AttachmentScript[];
}

export interface AttachmentScript {
  body: string;
  mediaType: string;
  fileName?: string;
}

export const PASSED = TestStepResultStatus.PASSED;
export const FAILED = TestStepResultStatus.FAILED;
export const SKIPPED = TestStepResultStatus.SKIPPED;

const A_PIECE: Evidence = {
  expected: 'the phone shows "Verify device"',
  seen: 'the phone shows "Verify device"',
  holds: true,
  at: '2026-01-15T12:00:00.000Z',
  exchanges: ['phone POST /phone/v1/sessions 201'],
};

const NO_TIME = { seconds: 0, nanos: 0 };
const STEP_TYPES: Record<string, PickleStepType> = {
  Given: PickleStepType.CONTEXT,
  When: PickleStepType.ACTION,
  Then: PickleStepType.OUTCOME,
};

/** A whole run in Cucumber's order: all documents and pickles, all test cases, then one scenario after the other. */
export function envelopesOf(scripts: ScenarioScript[], isFinished = true): Envelope[] {
  const told = scripts.map((script, index) => tell(script, `s${index + 1}`, index * 10 + 3));
  const end: Envelope[] = isFinished ? [{ testRunFinished: { success: true, timestamp: NO_TIME } }] : [];
  return [
    { meta: metaOfToday },
    { gherkinDocument: documentOf(told.flatMap(({ astSteps }) => astSteps)) },
    ...told.map(({ pickle }) => pickle),
    { testRunStarted: { timestamp: NO_TIME } },
    ...told.map(({ testCase }) => testCase),
    ...told.flatMap(({ course }) => course),
    ...end,
  ];
}

const metaOfToday = {
  protocolVersion: '34.2.1',
  implementation: { name: 'cucumber-js', version: '13.3.0' },
  runtime: { name: 'node.js' },
  os: { name: 'linux' },
  cpu: { name: 'x64' },
};

function documentOf(steps: { id: string; sentence: string }[]): GherkinDocument {
  const place = { line: 1, column: 1 };
  const named = { location: place, tags: [], description: '' };
  const scenario = { ...named, id: 'scenario', keyword: 'Scenario', name: '', examples: [] };
  const astSteps = steps.map(({ id, sentence }) => ({
    id,
    location: place,
    keyword: `${sentence.split(' ')[0]} `,
    keywordType: StepKeywordType.UNKNOWN,
    text: textOf(sentence),
  }));
  const children = [{ scenario: { ...scenario, steps: astSteps } }];
  const feature = { ...named, language: 'en', keyword: 'Feature', name: 'Verify device', children };
  return { uri: 'features/flow.feature', feature, comments: [] };
}

function tell(script: ScenarioScript, id: string, line: number) {
  const { name = 'A scenario', tags = ['@LOG-01'], steps = [{ sentence: 'Then it is so' }], before, after } = script;
  const pickleSteps = steps.map(({ sentence }, index) => ({
    id: `${id}-pickle-step-${index}`,
    type: STEP_TYPES[sentence.split(' ')[0] ?? ''] ?? PickleStepType.UNKNOWN,
    text: textOf(sentence),
    astNodeIds: [`${id}-ast-${index}`],
  }));
  const hook = (place: string) => ({ id: `${id}-${place}`, hookId: place });
  const testSteps = [
    ...(before ? [hook('before')] : []),
    ...pickleSteps.map((step, index) => ({
      id: `${id}-step-${index}`,
      pickleStepId: step.id,
      stepDefinitionIds: ['d'],
    })),
    ...(after ? [hook('after')] : []),
  ];
  const tagged = tags.map((tag) => ({ name: tag, astNodeId: `${id}-tag` }));
  const place = { uri: 'features/flow.feature', location: { line, column: 3 } };
  const pickle = { id, ...place, name, language: 'en', steps: pickleSteps, tags: tagged, astNodeIds: [`${id}-ast`] };
  return {
    astSteps: steps.map(({ sentence }, index) => ({ id: `${id}-ast-${index}`, sentence })),
    pickle: { pickle } satisfies Envelope,
    testCase: { testCase: { id: `${id}-case`, pickleId: id, testSteps } } satisfies Envelope,
    course: (script.attempts ?? [steps]).flatMap((attempt, index, all) =>
      tellAttempt({ ...script, steps: attempt }, id, { index, isLast: index === all.length - 1 }),
    ),
  };
}

function tellAttempt(script: ScenarioScript, id: string, { index, isLast }: { index: number; isLast: boolean }) {
  const startedId = `${id}-attempt-${index}`;
  const { before, after, steps = [{ sentence: 'Then it is so' }], cutOffAfter } = script;
  const parts = [
    ...(before ? [tellPart(startedId, `${id}-before`, before)] : []),
    ...steps.map((step, place) => tellPart(startedId, `${id}-step-${place}`, asPart(step))),
    ...(after ? [tellPart(startedId, `${id}-after`, after)] : []),
  ];
  const start = { attempt: index, testCaseId: `${id}-case`, id: startedId, timestamp: NO_TIME };
  const end = { testCaseStartedId: startedId, timestamp: NO_TIME, willBeRetried: !isLast };
  return [
    { testCaseStarted: start },
    ...parts.slice(0, cutOffAfter).flat(),
    ...(cutOffAfter === undefined ? [{ testCaseFinished: end }] : []),
  ];
}

function asPart(step: StepScript): HookScript {
  const status = step.status ?? (step.error ? FAILED : PASSED);
  const isShown = step.sentence.startsWith('Then ') && status === PASSED;
  const evidence = (step.evidence ?? (isShown ? [{}] : [])).map((piece) => ({
    body: JSON.stringify({ ...A_PIECE, ...piece }),
    mediaType: EVIDENCE_MEDIA_TYPE,
  }));
  return { ...step, status, attachments: [...evidence, ...(step.attachments ?? [])] };
}

function tellPart(testCaseStartedId: string, testStepId: string, script: HookScript): Envelope[] {
  const { status = script.error ? FAILED : PASSED, error, attachments = [] } = script;
  const exception = error ? { exception: error, message: `${error.type}: ${error.message}\n    at somewhere` } : {};
  const testStepResult = { status, duration: NO_TIME, ...exception };
  const at = { testCaseStartedId, testStepId, timestamp: NO_TIME };
  const contentEncoding = AttachmentContentEncoding.IDENTITY;
  return [
    { testStepStarted: at },
    ...attachments.map((attachment) => ({ attachment: { contentEncoding, ...attachment, ...at } })),
    { testStepFinished: { ...at, testStepResult } },
  ];
}

function textOf(sentence: string): string {
  return sentence.split(' ').slice(1).join(' ');
}
