import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import jsonld from 'jsonld';
import type { RunVerdict } from '../verdict/shape.ts';
import { RUN, verdictOf } from '../verdict.fixture.ts';
import { earl } from './earl.ts';
import { sampleVerdict } from './sample.fixture.ts';

const EARL = 'http://www.w3.org/ns/earl#';
const DCT = 'http://purl.org/dc/terms/';
const NOT_HELD = { sentence: 'Then it is so', evidence: [{ holds: false }] };

type Node = Record<string, { '@id'?: string; '@value'?: string; '@type'?: string }[]> & {
  '@id': string;
  '@type'?: string[];
};

/** As a reader of linked data sees the file; nothing may be fetched for it. */
async function nodesOf(verdict: RunVerdict): Promise<Node[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`nothing is to be fetched, and ${url} was`);
  };
  return (await jsonld.flatten(JSON.parse(earl(verdict)), undefined, { documentLoader })) as unknown as Node[];
}

/** What is asserted of each criterion, by its title's first word: the outcome and its description. */
async function resultsOf(verdict: RunVerdict): Promise<Map<string, { outcome: string; description: string }>> {
  const nodes = await nodesOf(verdict);
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const assertions = nodes.filter((node) => node['@type']?.includes(`${EARL}Assertion`));
  return new Map(
    assertions.map((node) => {
      const result = byId.get(node[`${EARL}result`]?.[0]?.['@id'] ?? '');
      const title = byId.get(node[`${EARL}test`]?.[0]?.['@id'] ?? '')?.[`${DCT}title`]?.[0]?.['@value'] ?? '';
      const outcome = result?.[`${EARL}outcome`]?.[0]?.['@id']?.replace(EARL, '') ?? '';
      return [
        title.split(' ')[0] ?? '',
        { outcome, description: result?.[`${DCT}description`]?.[0]?.['@value'] ?? '' },
      ];
    }),
  );
}

async function outcomeOf(verdict: RunVerdict, of = 'LOG-01'): Promise<string | undefined> {
  return (await resultsOf(verdict)).get(of)?.outcome;
}

describe('the EARL report', () => {
  it('asserts each requirement and the whole, each with its four parts, by the words of the W3C alone', async () => {
    const nodes = await nodesOf(sampleVerdict());
    const typed = new Map(nodes.map((node) => [node['@id'], node['@type'] ?? []]));
    const assertions = nodes.filter((node) => node['@type']?.includes(`${EARL}Assertion`));
    assert.equal(assertions.length, 6);
    const parts = { assertedBy: 'Software', subject: 'TestSubject', test: 'TestCriterion', result: 'TestResult' };
    for (const assertion of assertions) {
      assert.deepEqual(assertion[`${EARL}mode`], [{ '@id': `${EARL}automatic` }]);
      for (const [part, type] of Object.entries(parts)) {
        assert.equal(assertion[EARL + part]?.length, 1, part);
        assert.ok(typed.get(assertion[EARL + part]?.[0]?.['@id'] ?? '')?.includes(EARL + type), part);
      }
    }
  });

  it('is whole as RDF: nothing is dropped for want of an address', async () => {
    const quads = (await jsonld.toRDF(JSON.parse(earl(sampleVerdict())))) as { predicate: { value: string } }[];
    assert.equal(quads.filter(({ predicate }) => predicate.value === `${EARL}outcome`).length, 6);
    for (const { predicate } of quads) assert.match(predicate.value, /^http:\/\/(?:www\.w3\.org|purl\.org)\//);
  });

  it('has a date that is one, and the profile that a requirement is part of', async () => {
    const nodes = await nodesOf(sampleVerdict());
    const dates = nodes.flatMap((node) => node[`${DCT}date`] ?? []);
    const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
    assert.equal(dates.length, 6);
    for (const date of dates) assert.deepEqual(date, { '@type': dateTime, '@value': '2026-11-24T08:00:09.500Z' });
    const login = nodes.find((node) => node[`${DCT}identifier`]?.[0]?.['@value'] === 'LOG-01');
    assert.deepEqual(login?.[`${DCT}isPartOf`], [{ '@id': nodes.find(isProfile)?.['@id'] }]);
  });

  it('says passed of nothing but what passed, and why of all else', async () => {
    const results = await resultsOf(sampleVerdict());
    assert.deepEqual(Object.fromEntries([...results].map(([id, { outcome }]) => [id, outcome])), {
      All: 'failed',
      'LOG-01': 'failed',
      'POP-01': 'passed',
      'OTP-01': 'untested',
      'OTP-02': 'failed',
      'ABU-01': 'untested',
    });
    assert.match(results.get('OTP-02')?.description ?? '', /^warned: expected/);
    assert.match(results.get('ABU-01')?.description ?? '', /^not claimed: declared absent: no lockout/);
  });

  it('cannot tell what held only on a retry, and what broke off after something was seen', async () => {
    const retried = verdictOf([{ attempts: [[NOT_HELD], [{ sentence: 'Then it is so' }]] }]);
    assert.equal(await outcomeOf(retried), 'cantTell');
    assert.equal(await outcomeOf(retried, 'All'), 'cantTell');
    const steps = [{ sentence: 'Then it is so' }, { sentence: 'Then it is more so', evidence: [] }];
    assert.equal(await outcomeOf(verdictOf([{ steps }])), 'cantTell');
    assert.equal(await outcomeOf(verdictOf([])), 'untested');
  });

  it('says failed of a known failure, and passed of the whole that lives with it', async () => {
    const knownFailures = [{ id: 'LOG-01', reason: 'being mended' }];
    const verdict = verdictOf([{ steps: [NOT_HELD] }], { run: { ...RUN, knownFailures } });
    assert.deepEqual([await outcomeOf(verdict), await outcomeOf(verdict, 'All')], ['failed', 'passed']);
  });

  it('calls inapplicable only what was looked for and is not there', async () => {
    const [log] = sampleVerdict().requirements;
    assert.ok(log);
    const scenarios = log.scenarios.map((scenario) => ({ ...scenario, outcome: 'left open' as const }));
    const verdict = { ...sampleVerdict(), failures: [] };
    const leftOpen = { ...log, status: 'not claimed' as const, reason: 'the document asks for none', scenarios };
    assert.equal(await outcomeOf({ ...verdict, requirements: [leftOpen] }), 'inapplicable');
    assert.equal(await outcomeOf({ ...verdict, requirements: [{ ...leftOpen, scenarios: [] }] }), 'untested');
  });
});

function isProfile(node: Node): boolean {
  return node[`${DCT}identifier`]?.[0]?.['@value'] === 'documented-flow';
}
