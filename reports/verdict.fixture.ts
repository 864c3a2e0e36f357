import { envelopesOf, type ScenarioScript } from './envelopes.fixture.ts';
import type { Testimony } from './testimony/shape.ts';
import { testimonyOf } from './testimony.ts';
import type { ExpectedRequirement, JudgeInput, Manifest, RunFacts } from './verdict/input.ts';
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
  const testimony = changes.testimony ?? testimonyOf(envelopesOf(scripts));
  return {
    suite: { name: 'paircheck', version: '0.1.0' },
    profiles: [{ name: 'documented-flow', version: '1', description: 'The document.', requirements: ['LOG-01'] }],
    target: { name: 'the built-in reference', drive: 'api', declarations: { throttleMax: 10 } },
    requirements: [LOG_01],
    sentences: [
      { id: 'S1', text: 'Two-factor authentication has become mandatory.' },
      { id: 'S3', text: 'Two different authentication factors before accessing their account.' },
    ],
    manifest: manifestOf(testimony),
    testimony,
    run: RUN,
    ...changes,
  };
}

/** One that asks for just what is told. */
function manifestOf({ scenarios }: Testimony): Manifest {
  const told = scenarios.flatMap(({ requirements, name, expectedEvidence }) =>
    requirements.map((id) => ({ id, entry: [name, expectedEvidence] as const })),
  );
  const groups = Object.groupBy(told, ({ id }) => id);
  return Object.fromEntries(
    Object.entries(groups).map(([id, rows = []]) => [id, Object.fromEntries(rows.map(({ entry }) => entry))]),
  );
}

export const RUN: RunFacts = {
  startedAt: '2026-11-24T08:00:00.000Z',
  finishedAt: '2026-11-24T08:00:09.500Z',
  command: 'npm run paircheck --',
};

export function verdictOf(scripts: ScenarioScript[], changes: Partial<JudgeInput> = {}): RunVerdict {
  return judge(inputOf(scripts, changes));
}
