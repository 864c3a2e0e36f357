import { envelopesOf, type ScenarioScript } from './envelopes.fixture.ts';
import { testimonyOf } from './testimony.ts';
import type { ExpectedRequirement, JudgeInput, RunFacts } from './verdict/input.ts';
import type { RunVerdict } from './verdict/shape.ts';
import { judge } from './verdict.ts';

export const LOG_01: ExpectedRequirement = {
  id: 'LOG-01',
  role: 'portal',
  level: 'MUST',
  statement: 'A phone without a registered device reads nothing of the account.',
  sources: ['S3', 'ASVS 6.3.3'],
  chapter: 'Login and the mandatory date',
};

/** The input of a run of these scenarios, of which only LOG-01 is asked unless `changes` ask for more. */
function inputOf(scripts: ScenarioScript[], changes: Partial<JudgeInput> = {}): JudgeInput {
  return {
    suite: { name: 'paircheck', version: '0.1.0' },
    profile: { name: 'documented-flow', version: '1' },
    target: { name: 'the built-in reference', drive: 'api' },
    requirements: [LOG_01],
    sentences: [
      { id: 'S1', text: 'Two-factor authentication has become mandatory.' },
      { id: 'S3', text: 'Two different authentication factors before accessing their account.' },
    ],
    testimony: testimonyOf(envelopesOf(scripts)),
    run: RUN,
    ...changes,
  };
}

export const RUN: RunFacts = { startedAt: '2026-11-24T08:00:00.000Z', finishedAt: '2026-11-24T08:00:09.500Z' };

export function verdictOf(scripts: ScenarioScript[], changes: Partial<JudgeInput> = {}): RunVerdict {
  return judge(inputOf(scripts, changes));
}
