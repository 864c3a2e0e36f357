import type { Outcome, RequirementVerdict, RunVerdict, Status } from '../verdict/shape.ts';
import { profilesText } from './profiles-text.ts';
import { traceOf } from './trace.ts';

type EarlOutcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested';

/** All that is needed to read the file is in it: no context is fetched from anywhere. */
const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'earl:assertedBy': { '@type': '@id' },
  'earl:subject': { '@type': '@id' },
  'earl:test': { '@type': '@id' },
  'earl:mode': { '@type': '@id' },
  'earl:outcome': { '@type': '@id' },
  'dct:isPartOf': { '@type': '@id' },
  'dct:date': { '@type': 'xsd:dateTime' },
};
const SUITE = '_:suite';
const SUBJECT = '_:subject';
const WHOLE = '_:run';

const RUN_OUTCOMES: Record<Outcome, EarlOutcome> = {
  conformant: 'passed',
  'non-conformant': 'failed',
  incomplete: 'cantTell',
  'harness error': 'cantTell',
};

/**
 * The W3C's Evaluation and Report Language as JSON-LD: an assertion for each requirement, and one for the run as a
 * whole. The criterion is the requirement itself, whatever its level: a SHOULD that is not met is "failed" here, and
 * only the assertion on the whole says whether that matters.
 * @see https://www.w3.org/TR/EARL10-Schema/
 */
export function earl(verdict: RunVerdict): string {
  const graph = [
    ...partiesOf(verdict),
    ...criteriaOf(verdict),
    assertion(verdict, WHOLE, wholeResult(verdict)),
    ...verdict.requirements.map((requirement) =>
      assertion(verdict, nodeOf(requirement.id), requirementResult(requirement, verdict)),
    ),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

/** Who asserts, and of what. */
function partiesOf({ suite, target }: RunVerdict): object[] {
  const declared = Object.entries(target.declarations).map(([name, value]) => `${name} = ${value}`);
  return [
    {
      '@id': SUITE,
      '@type': ['earl:Assertor', 'earl:Software'],
      'dct:title': suite.name,
      'dct:hasVersion': suite.version,
    },
    {
      '@id': SUBJECT,
      '@type': 'earl:TestSubject',
      'dct:title': target.name,
      'dct:description': `reached by ${target.drive}; declares ${declared.join(', ') || 'nothing'}`,
    },
  ];
}

/** What is asserted: the requirements, the profiles they are part of, and all that was asked for together. */
function criteriaOf(verdict: RunVerdict): object[] {
  const profiles = verdict.profiles.map(({ name, version, description }) => ({
    '@id': nodeOf(`profile-${name}`),
    '@type': 'earl:TestCriterion',
    'dct:identifier': name,
    'dct:title': `${name} ${version}`,
    'dct:description': description,
  }));
  const whole = {
    '@id': WHOLE,
    '@type': 'earl:TestCriterion',
    'dct:title': `All that was asked for: ${profilesText(verdict)}`,
    'dct:isPartOf': profiles.map((profile) => profile['@id']),
  };
  const requirements = verdict.requirements.map(({ id, level, statement }) => ({
    '@id': nodeOf(id),
    '@type': ['earl:TestCriterion', 'earl:TestRequirement'],
    'dct:identifier': id,
    'dct:title': `${id} (${level}) ${statement}`,
    'dct:isPartOf': verdict.profiles
      .filter((profile) => profile.requirements.includes(id))
      .map(({ name }) => nodeOf(`profile-${name}`)),
  }));
  return [...profiles, whole, ...requirements];
}

interface Result {
  outcome: EarlOutcome;
  description: string;
  info?: string;
}

function assertion({ finishedAt }: RunVerdict, test: string, { outcome, description, info }: Result): object {
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': SUITE,
    'earl:subject': SUBJECT,
    'earl:test': test,
    'earl:mode': 'earl:automatic',
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': `earl:${outcome}`,
      'dct:description': description,
      'dct:date': finishedAt,
      ...(info !== undefined && { 'earl:info': info }),
    },
  };
}

function wholeResult({ outcome, reason, harnessErrors }: RunVerdict): Result {
  const info = harnessErrors.length > 0 ? { info: harnessErrors.join('\n\n') } : {};
  return { outcome: RUN_OUTCOMES[outcome], description: `${outcome}: ${reason}`, ...info };
}

function requirementResult(requirement: RequirementVerdict, verdict: RunVerdict): Result {
  const { id, status, reason, evidence } = requirement;
  const sum = `${evidence.held} of ${evidence.expected} pieces of evidence hold`;
  const trace = traceOf(id, verdict);
  return {
    outcome: OUTCOMES[status](requirement),
    description: reason === undefined ? `${status}: ${sum}` : `${status}: ${reason}; ${sum}`,
    ...(trace !== '' && { info: trace }),
  };
}

const OUTCOMES: Record<Status, (requirement: RequirementVerdict) => EarlOutcome> = {
  passed: () => 'passed',
  failed: () => 'failed',
  warned: () => 'failed',
  informed: () => 'failed',
  'known failure': () => 'failed',
  flaky: () => 'cantTell',
  'not run': ({ evidence }) => (evidence.reached > 0 ? 'cantTell' : 'untested'),
  'not claimed': ({ scenarios }) =>
    scenarios.some(isLeftOpen) && scenarios.every(isLeftOpen) ? 'inapplicable' : 'untested',
};

/** The document does not ask for such a thing, and there is none; all else that is not claimed was only not looked at. */
function isLeftOpen({ outcome }: RequirementVerdict['scenarios'][number]): boolean {
  return outcome === 'left open';
}

/** Known within this file alone: nobody owns an address for our ids, and none is made up. */
function nodeOf(name: string): string {
  return `_:${name.replace(/[^A-Za-z0-9-]/g, '-')}`;
}
