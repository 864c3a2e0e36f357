import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { DOMParser } from 'linkedom';
import { LOG_01, RUN, verdictOf } from '../verdict.fixture.ts';
import { junit } from './junit.ts';
import { sampleVerdict } from './sample.fixture.ts';

function casesOf(xml: string): Map<string, Element> {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const cases = [...document.querySelectorAll('testcase')] as unknown as Element[];
  return new Map(cases.map((element) => [element.getAttribute('name')?.split(' ')[0] ?? '', element]));
}

/** As a strict parser sees it, which refuses what is no XML. */
function textsIn(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml);
  const texts = document.find(path).map(({ content }) => content);
  document.dispose();
  return texts;
}

describe('the JUnit report', () => {
  it('has a case for each requirement, red for a MUST that fails', () => {
    const cases = casesOf(junit(sampleVerdict()));
    assert.deepEqual([...cases.keys()], ['The', 'LOG-01', 'POP-01', 'OTP-01', 'OTP-02', 'ABU-01']);
    assert.match(cases.get('LOG-01')?.querySelector('failure')?.getAttribute('message') ?? '', /^expected a refusal/);
    assert.equal(cases.get('LOG-01')?.getAttribute('file'), 'features/flow.feature');
    assert.equal(cases.get('POP-01')?.querySelector('failure, error, skipped'), null);
  });

  it('tells within the failure, where build servers look, what was seen and how to run it again', () => {
    const told = casesOf(junit(sampleVerdict())).get('LOG-01')?.querySelector('failure')?.textContent ?? '';
    for (const part of ['expected: a refusal', '<script>alert(1)</script>', 'when: 2026', '--only LOG-01'])
      assert.ok(told.includes(part), part);
  });

  it('groups the requirements by chapter under the name of the suite', () => {
    const cases = casesOf(junit(sampleVerdict()));
    assert.equal(cases.get('LOG-01')?.getAttribute('classname'), 'paircheck.Login and the mandatory date');
    const dotted = verdictOf([{}], { requirements: [{ ...LOG_01, chapter: 'Release 2.0' }] });
    assert.equal(casesOf(junit(dotted)).get('LOG-01')?.getAttribute('classname'), 'paircheck.Release 2 0');
  });

  it('gives the time, the target and the seed of the run', () => {
    const xml = junit(verdictOf([{}], { run: { ...RUN, seed: 7 } }));
    assert.equal(casesOf(xml).get('The')?.getAttribute('time'), '9.5');
    for (const property of [
      'name="target" value="the built-in reference"',
      'name="drive" value="api"',
      'name="seed" value="7"',
    ])
      assert.ok(xml.includes(`<property ${property}/>`), property);
  });

  it('skips what did not run, with the reason beside it', () => {
    const skipped = casesOf(junit(sampleVerdict())).get('OTP-01');
    assert.ok(skipped?.querySelector('skipped'));
    assert.match(skipped?.querySelector('system-out')?.textContent ?? '', /needs clock control/);
  });

  it('lets a SHOULD that is not met pass, and says so', () => {
    const warned = casesOf(junit(sampleVerdict())).get('OTP-02');
    assert.equal(warned?.querySelector('failure, error, skipped'), null);
    assert.match(warned?.querySelector('system-out')?.textContent ?? '', /^warned/);
  });

  it('is red as a whole whenever the run is, so that a MUST that did not run is seen', () => {
    const incomplete = casesOf(junit(verdictOf([]))).get('The');
    assert.equal(incomplete?.querySelector('error')?.getAttribute('type'), 'incomplete');
    assert.equal(
      casesOf(junit(verdictOf([{}])))
        .get('The')
        ?.querySelector('failure, error'),
      null,
    );
  });

  it('counts in its heads what is in its cases', () => {
    const xml = junit(sampleVerdict());
    const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) => textsIn(xml, `/testsuites/@${name}`)[0]);
    const cases = ['testcase', 'failure', 'error', 'skipped'].map((name) => String(textsIn(xml, `//${name}`).length));
    assert.deepEqual(counts, cases);
  });

  it('has an error for each harness error', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const cases = casesOf(junit(verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }])));
    assert.match(cases.get('Harness')?.querySelector('error')?.getAttribute('message') ?? '', /nobody answers/);
  });

  it('stays XML whatever characters the implementation showed', () => {
    const statement = 'a \u0000 b \ud800 c \ufffe d 😀 <&"';
    const evidence = [{ holds: false, seen: '\u0001 ]]> <![CDATA[ &amp;' }];
    const steps = [{ sentence: 'Then it is so', evidence }];
    const xml = junit(verdictOf([{ steps }], { requirements: [{ ...LOG_01, statement }] }));
    const failures = textsIn(xml, '//failure');
    assert.ok(failures.some((text) => text.includes('seen: \ufffd ]]> <![CDATA[ &amp;')));
    assert.match(xml, /LOG-01 a \ufffd b \ufffd c \ufffd d 😀 &lt;&amp;&quot;/);
  });
});
