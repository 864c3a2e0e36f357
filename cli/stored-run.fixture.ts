import { join } from 'node:path';
import { envelopesOf, type ScenarioScript } from '../reports/envelopes.fixture.ts';
import { testimonyOf } from '../reports/testimony.ts';
import type { JudgeInput } from '../reports/verdict/input.ts';
import { verdictOf } from '../reports/verdict.fixture.ts';
import { writeReports } from '../reports/write.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

/** A folder that a run of these scenarios has left, without anything having been run. */
export async function storedRun(scripts: ScenarioScript[], changes: Partial<JudgeInput> = {}): Promise<string> {
  const folder = join(await temporaryFolder(), 'run');
  const envelopes = envelopesOf(scripts);
  const { pictures } = testimonyOf(envelopes);
  await writeReports(folder, verdictOf(scripts, changes), { envelopes, pictures, secrets: [] });
  return folder;
}

/** One scenario of LOG-01 whose only piece of evidence holds or does not. */
export function scenarioThat(holds: boolean): ScenarioScript {
  const evidence = [{ holds, expected: 'a refusal', seen: holds ? 'a refusal' : 'two conversations' }];
  const picture = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', mediaType: 'image/svg+xml', fileName: 'web' };
  return {
    name: 'A phone without a device reads nothing',
    steps: [{ sentence: 'Then every protected address refuses', evidence, attachments: [picture] }],
  };
}
