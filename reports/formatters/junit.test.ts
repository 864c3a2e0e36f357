import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser } from 'linkedom';
import { LOG_01, verdictOf } from '../verdict.fixture.ts';
import { junit } from './junit.ts';
import { sampleVerdict } from './sample.fixture.ts';

function casesOf(xml: string): Map<string, Element> {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const cases = [...document.querySelectorAll('testcase')] as unknown as Element[];
  return new Map(cases.map((element) => [element.getAttribute('name')?.split(' ')[0] ?? '', element]));
}

describe('the JUnit report', () => {
  it('has a case for each requirement, red for a MUST that fails', () => {
    const cases = casesOf(junit(sampleVerdict()));
    assert.deepEqual([...cases.keys()], ['The', 'LOG-01', 'POP-01', 'OTP-01', 'OTP-02', 'ABU-01']);
    assert.match(cases.get('LOG-01')?.querySelector('failure')?.getAttribute('message') ?? '', /^expected a refusal/);
    assert.equal(cases.get('POP-01')?.querySelector('failure, error, skipped'), null);
  });

  it('skips what did not run, with the reason beside it', () => {
    const skipped = casesOf(junit(sampleVerdict())).get('OTP-01');
    assert.ok(skipped?.querySelector('skipped'));
    assert.match(skipped?.querySelector('system-out')?.textContent ?? '', /clock control is missing/);
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

  it('has an error for each harness error', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const cases = casesOf(junit(verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }])));
    assert.match(cases.get('Harness')?.querySelector('error')?.getAttribute('message') ?? '', /nobody answers/);
  });

  it('stays XML whatever characters the implementation showed', () => {
    const statement = 'a \u0000 b \ud800 c \ufffe d 😀 <&"';
    const xml = junit(verdictOf([{}], { requirements: [{ ...LOG_01, statement }] }));
    assert.match(xml, /LOG-01 a \ufffd b \ufffd c \ufffd d 😀 &lt;&amp;&quot;/);
  });
});
