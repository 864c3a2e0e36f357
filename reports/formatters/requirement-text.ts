import type { Catalogue, Profile, Requirement } from '../catalogue/types.ts';
import { wrap } from './wrap.ts';

/** A scenario that looks at the requirement. */
export interface ScenarioPlace {
  name: string;
  /** The feature file, such as `features/otp.feature`. */
  uri: string;
  line: number;
}

/**
 * Everything about one requirement as plain text: what it asks, on which sentences it rests, why, how it is looked at
 * and how to run it alone.
 * @throws {UnknownIdError} when there is no such requirement
 */
export function formatRequirement(catalogue: Catalogue, id: string, scenarios: readonly ScenarioPlace[]): string {
  const requirement = catalogue.requirement(id);
  const { level, role, chapter, statement, why, observed, needs, reading } = requirement;
  const profiles = catalogue.profiles.filter(({ requirementIds }) => requirementIds.includes(id));
  const parts = [
    `${id}  ${level}  ${role === 'both' ? 'portal and app' : role}  (${chapter})`,
    wrap(statement, '  '),
    section('The document says', quotes(catalogue, requirement)),
    section(
      'It rests on',
      requirement.sources.map((source) => wrap(source, '  ')),
    ),
    section('Why', [wrap(why, '  ')]),
    section('How it is looked at', [wrap(observed, '  ')]),
    section('Reading', reading === undefined ? [] : [wrap(reading, '  ')]),
    section('Needs', [`  ${needs.length > 0 ? needs.join(', ') : 'nothing but plain requests'}`]),
    section('Profiles', profiles.map(formatProfile)),
    section('Scenarios', scenarios.length > 0 ? scenarios.map(formatScenario) : ['  none yet']),
    section('Run it alone', [`  npm run paircheck -- run --only ${id}`]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? [title, ...lines].join('\n') : '';
}

function quotes({ sentences }: Catalogue, { sources }: Requirement): string[] {
  const cited = sentences.filter(({ id }) => sources.includes(id));
  return cited.map(({ id, text }) => wrap(`“${text}”`, '       ', `  ${id.padEnd(5)}`));
}

function formatProfile({ id, version }: Profile): string {
  return `  ${id} (${version === 0 ? 'draft' : `version ${version}`})`;
}

function formatScenario({ name, uri, line }: ScenarioPlace): string {
  return `${wrap(name, '  ')}\n    ${uri}:${line}`;
}
