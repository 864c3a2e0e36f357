import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import type { RunVerdict } from '../verdict/shape.ts';
import { RUN, verdictOf } from '../verdict.fixture.ts';
import { badge } from './badge.ts';
import { sampleVerdict } from './sample.fixture.ts';

const NAMESPACE = { svg: 'http://www.w3.org/2000/svg' };

/** What a screen reader says, what is painted, and the attributes of the whole. */
function readBadge(verdict: RunVerdict) {
  const document = XmlDocument.fromString(badge(verdict));
  const contents = (path: string) => document.find(path, NAMESPACE).map(({ content }) => content);
  const read = {
    title: contents('/svg:svg/svg:title')[0],
    painted: contents('//svg:text'),
    role: contents('/svg:svg/@role')[0],
    label: contents('/svg:svg/@aria-label')[0],
    colours: contents('//svg:rect/@fill'),
    width: Number(contents('/svg:svg/@width')[0]),
    lengths: contents('//svg:text/@textLength').map(Number),
  };
  document.dispose();
  return read;
}

describe('the badge', () => {
  it('says the outcome in words and how many of the claimed requirements passed, painted and read out alike', () => {
    const { title, label, role, painted } = readBadge(verdictOf([{}]));
    assert.deepEqual([title, label, role], ['paircheck: conformant 1 of 1', 'paircheck: conformant 1 of 1', 'img']);
    assert.deepEqual([...new Set(painted)], ['paircheck', 'conformant 1 of 1']);
  });

  it('says what its numbers leave out', () => {
    assert.equal(readBadge(sampleVerdict()).title, 'paircheck: non-conformant 1 of 4, 1 not claimed');
    const steps = [{ sentence: 'Then it is so', evidence: [{ holds: false }] }];
    const knownFailures = [{ id: 'LOG-01', reason: 'being mended' }];
    const known = verdictOf([{ steps }], { run: { ...RUN, knownFailures } });
    assert.equal(readBadge(known).title, 'paircheck: conformant 0 of 1, 1 known failure');
  });

  it('has a colour of its own for each outcome, beside the word', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const broken = verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }]);
    const badges = [verdictOf([{}]), sampleVerdict(), verdictOf([]), broken].map(readBadge);
    assert.equal(new Set(badges.map(({ colours }) => colours[1])).size, 4);
    for (const [index, word] of ['conformant', 'non-conformant', 'incomplete', 'harness error'].entries())
      assert.ok(badges[index]?.title?.startsWith(`paircheck: ${word} `), word);
  });

  it('is as wide as its words', () => {
    const [short, long] = [readBadge(verdictOf([{}])), readBadge(sampleVerdict())];
    assert.ok(long.width > short.width);
    for (const { width, lengths } of [short, long]) assert.ok((lengths[0] ?? 0) + (lengths[2] ?? 0) < width * 10);
  });
});
