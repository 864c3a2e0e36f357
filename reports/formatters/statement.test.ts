import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import type { RunVerdict } from '../verdict/shape.ts';
import { RUN, verdictOf } from '../verdict.fixture.ts';
import { sampleVerdict } from './sample.fixture.ts';
import { statement } from './statement.ts';

const DIGESTS = [{ file: 'verdict.json', sha256: 'a'.repeat(64) }];

function page(verdict: RunVerdict = sampleVerdict()): Document {
  return parseHTML(statement(verdict, DIGESTS)).document as unknown as Document;
}

function textOf(selector: string, verdict?: RunVerdict): string {
  return page(verdict).querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Of each row: the result, the requirements, the reason. */
function exceptionsIn(verdict?: RunVerdict): string[][] {
  return [...page(verdict).querySelectorAll('.exceptions tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent?.trim() ?? ''),
  );
}

describe('the conformance statement', () => {
  it('begins with the outcome and the reason of the verdict, in its own words', () => {
    const broken = verdictOf([
      { steps: [{ sentence: 'When it signs in', error: { type: 'TargetGone', message: 'nobody answers' } }] },
    ]);
    for (const verdict of [sampleVerdict(), verdictOf([{}]), verdictOf([]), broken]) {
      assert.equal(textOf('h1', verdict), verdict.outcome);
      assert.equal(textOf('.reason', verdict), verdict.reason);
      assert.match(textOf('title', verdict), new RegExp(`: ${verdict.outcome},`));
    }
  });

  it('counts what passed of what is claimed, as a whole and for each profile', () => {
    assert.match(textOf('section[aria-labelledby="results"] > p'), /^1 of 4 claimed requirements passed\. All 5 /);
    assert.match(textOf('section[aria-labelledby="results"] > p'), /1 passed, 1 failed, 1 warned, 1 not run, 1 not cl/);
    const cells = [...page().querySelectorAll('section[aria-labelledby="results"] tbody tr > *')];
    assert.deepEqual(
      cells.map(({ textContent }) => textContent),
      ['documented-flow', '1', '1', '1', '0'],
    );
  });

  it('tells what did not pass and why, the gravest first', () => {
    assert.deepEqual(
      exceptionsIn().map(([result, ids]) => [result, ids]),
      [
        ['Failed', 'LOG-01'],
        ['Not run', 'OTP-01'],
        ['Warned: a SHOULD that is not met', 'OTP-02'],
        ['Not claimed', 'ABU-01'],
      ],
    );
    assert.equal(exceptionsIn().at(-1)?.[2], 'declared absent: no lockout');
  });

  it('gives the reasons of known failures, and does not count them as passed', () => {
    const steps = [{ sentence: 'Then it is so', evidence: [{ holds: false }] }];
    const verdict = verdictOf([{ steps }], {
      run: { ...RUN, knownFailures: [{ id: 'LOG-01', reason: 'being mended' }] },
    });
    assert.deepEqual(exceptionsIn(verdict), [['Known failure', 'LOG-01', 'being mended']]);
    assert.match(textOf('section[aria-labelledby="results"] > p', verdict), /^0 of 1 claimed requirements passed/);
  });

  it('says that every requirement passed only where one was asked for', () => {
    assert.match(textOf('section[aria-labelledby="exceptions"]', verdictOf([{}])), /every requirement passed/);
    const nothing = verdictOf([], { requirements: [] });
    assert.match(textOf('section[aria-labelledby="exceptions"]', nothing), /no requirement was asked for/);
  });

  it('names target, drive, time, seed and declarations', () => {
    const facts = textOf('.facts', verdictOf([{}], { run: { ...RUN, seed: 42 } }));
    for (const part of ['the built-in reference', 'api', '2026-11-24 08:00:00 UTC', '08:00:09 UTC', 'seed 42'])
      assert.ok(facts.includes(part), part);
    assert.equal(textOf('section[aria-labelledby="declared"] tbody tr'), 'throttleMax10');
    const target = { name: 'a portal', drive: 'browser', declarations: {} };
    assert.match(textOf('section[aria-labelledby="declared"]', verdictOf([{}], { target })), /Nothing was declared/);
  });

  it('says that a run was interrupted, and what broke the harness', () => {
    const verdict = verdictOf([{}], { run: { ...RUN, interrupted: true, problems: ['the browser died'] } });
    assert.match(textOf('.facts', verdict), /interrupted/);
    assert.equal(textOf('section[aria-labelledby="harness"] li', verdict), 'the browser died');
  });

  it('names the files it belongs to by their digests', () => {
    assert.equal(textOf('.digests tbody tr'), `verdict.json${'a'.repeat(64)}`);
  });

  it('gives no life to what the implementation said, and needs nothing from elsewhere', () => {
    const document = page();
    assert.equal(document.querySelector('script, link, img, [src], [href], [onload]'), null);
    assert.match(textOf('.exceptions'), /<script>alert\(1\)<\/script>/);
  });

  it('has headings, captions and names for who cannot see it', () => {
    const document = page();
    assert.equal(document.documentElement.lang, 'en');
    assert.equal(document.querySelectorAll('h1').length, 1);
    for (const table of document.querySelectorAll('table')) {
      assert.ok(table.querySelector('caption'));
      assert.ok(table.querySelector('thead th[scope="col"]'));
    }
    for (const section of document.querySelectorAll('section'))
      assert.ok(document.getElementById(section.getAttribute('aria-labelledby') ?? ''));
  });
});
