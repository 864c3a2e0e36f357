import type { Attachment, Envelope, TestCase, TestCaseStarted, TestStepResult } from '@cucumber/messages';

/** Cucumber's messages by the ids that tie them together. */
export interface Stream {
  testCases: Map<string, TestCase>;
  attempts: Map<string, TestCaseStarted[]>;
  finished: Set<string>;
  results: Map<string, TestStepResult>;
  attachments: Map<string, Attachment[]>;
}

/** Test cases go by the id of their pickle, attempts by the id of their test case, the rest by {@link stepKey}. */
export function streamOf(envelopes: readonly Envelope[]): Stream {
  const stream: Stream = {
    testCases: new Map(),
    attempts: new Map(),
    finished: new Set(),
    results: new Map(),
    attachments: new Map(),
  };
  for (const envelope of envelopes) take(stream, envelope);
  return stream;
}

export function stepKey(testCaseStartedId: string, testStepId: string): string {
  return `${testCaseStartedId} ${testStepId}`;
}

function take(stream: Stream, envelope: Envelope): void {
  const { testCase, testCaseStarted, testCaseFinished, testStepFinished, attachment } = envelope;
  if (testCase) stream.testCases.set(testCase.pickleId, testCase);
  if (testCaseStarted) append(stream.attempts, testCaseStarted.testCaseId, testCaseStarted);
  if (testCaseFinished) stream.finished.add(testCaseFinished.testCaseStartedId);
  if (testStepFinished) {
    const key = stepKey(testStepFinished.testCaseStartedId, testStepFinished.testStepId);
    stream.results.set(key, testStepFinished.testStepResult);
  }
  if (attachment?.testCaseStartedId && attachment.testStepId) {
    append(stream.attachments, stepKey(attachment.testCaseStartedId, attachment.testStepId), attachment);
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}
