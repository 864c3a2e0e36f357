import type { RunVerdict, ScenarioVerdict } from '../verdict/shape.ts';
import { wrap } from './wrap.ts';

/** What one requirement came to in a run, and each of its scenarios, as plain text. */
export function resultText({ startedAt, target, requirements }: RunVerdict, id: string): string {
  const title = `In the run of ${startedAt} on ${target.name} (${target.drive})`;
  const row = requirements.find((requirement) => requirement.id === id);
  if (!row) return `${title}\n  not asked: none of its profiles holds ${id}\n`;
  const { status, reason, evidence, scenarios } = row;
  const lines = [
    wrap(reason === undefined ? status : `${status}: ${reason}`, '    ', '  '),
    `  evidence reached ${evidence.reached} of ${evidence.expected}, ${evidence.held} hold`,
    ...scenarios.map(scenarioText),
  ];
  return `${[title, ...lines].join('\n')}\n`;
}

function scenarioText({ name, outcome, reason, location }: ScenarioVerdict): string {
  const why = reason === undefined ? [] : [wrap(reason, '      ')];
  return [wrap(`${outcome}: ${name}`, '      ', '    '), ...why, `      ${location}`].join('\n');
}
