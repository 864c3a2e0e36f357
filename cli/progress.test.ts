import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { TestStepResultStatus, TimeConversion } from '@cucumber/messages';
import { Progress } from './progress.ts';

/** What is told of ten scenarios that end one after another, so many seconds apart. */
function toldOf(secondsEach: number): string[] {
  const told = new PassThrough({ encoding: 'utf8' });
  const progress = new Progress(told as never, 10);
  const at = (seconds: number) => TimeConversion.millisecondsSinceEpochToTimestamp(seconds * 1000);
  progress.update({ testRunStarted: { timestamp: at(0) } });
  for (let index = 1; index <= 10; index += 1) {
    const id = String(index);
    progress.update({
      pickle: { id, name: `the ${id}`, uri: '', language: 'en', steps: [], tags: [], astNodeIds: [] },
    });
    progress.update({ testCase: { id, pickleId: id, testSteps: [] } });
    progress.update({ testCaseStarted: { id, testCaseId: id, attempt: 0, timestamp: at(0) } });
    const testStepResult = { status: TestStepResultStatus.PASSED, duration: at(0) };
    progress.update({
      testStepFinished: { testCaseStartedId: id, testStepId: id, testStepResult, timestamp: at(index * secondsEach) },
    });
    progress.update({
      testCaseFinished: { testCaseStartedId: id, timestamp: at(index * secondsEach), willBeRetried: false },
    });
  }
  return String(told.read()).trimEnd().split('\n');
}

test('each scenario is told as it ends, and nothing of the time where it is over within a minute', () => {
  const lines = toldOf(5);
  assert.equal(lines.length, 10);
  assert.match(lines[0] ?? '', /^ 1\/10 .*the 1$/);
});

test('once a minute it is told how long the rest may take', () => {
  const times = toldOf(40).filter((line) => line.includes('min gone'));
  assert.deepEqual(times, [
    '1 min gone, about 6 min to go',
    '2 min gone, about 5 min to go',
    '3 min gone, about 4 min to go',
    '4 min gone, about 3 min to go',
    '5 min gone, about 2 min to go',
    '6 min gone, about 1 min to go',
  ]);
});
