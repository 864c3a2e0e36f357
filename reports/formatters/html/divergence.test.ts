import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { divergenceOf, type Stretch } from './divergence.ts';

/** "same ▸first [differs]" */
function drawn(stretches: Stretch[]): string {
  return stretches.map(({ text, differs, isFirst }) => `${isFirst ? '▸' : ''}${differs ? `[${text}]` : text}`).join('');
}

function bothDrawn(expected: string, seen: string): string[] {
  const divergence = divergenceOf(expected, seen);
  return [drawn(divergence.expected), drawn(divergence.seen)];
}

describe('where two texts part', () => {
  it('is before the first word that differs, and later words that differ are marked as well', () => {
    assert.deepEqual(bothDrawn('account: refused, conversations: refused', 'account: shown, conversations: shown'), [
      'account: ▸[refused], conversations: [refused]',
      'account: ▸[shown], conversations: [shown]',
    ]);
  });

  it('has a place in the text that only lacks something', () => {
    assert.deepEqual(bothDrawn('"Device registered" is shown', '"Device was registered" is shown'), [
      '"Device ▸[]registered" is shown',
      '"Device ▸[was ]registered" is shown',
    ]);
  });

  it('is where the longer one goes on', () => {
    assert.deepEqual(bothDrawn('it is listed', 'it is listed twice'), ['it is listed▸[]', 'it is listed▸[ twice]']);
  });

  it('is at whole words, without marks, when the texts have little in common', () => {
    assert.deepEqual(bothDrawn('the phone asks for a camera', 'the pharmacy has closed its doors'), [
      'the ▸phone asks for a camera',
      'the ▸pharmacy has closed its doors',
    ]);
    assert.deepEqual(bothDrawn('a refusal', 'two conversations'), ['▸a refusal', '▸two conversations']);
  });

  it('is nowhere when they are the same', () => {
    assert.deepEqual(bothDrawn('so it is', 'so it is'), ['so it is', 'so it is']);
  });

  it('is found in long texts without comparing them to the end', () => {
    const words = (start: number) => Array.from({ length: 4_000 }, (_, index) => start + index * 7).join(' ');
    const [expected = ''] = bothDrawn(`so ${words(0)}`, `so ${words(3)}`);
    assert.equal(expected.slice(0, 6), 'so ▸0 ');
  });

  it('keeps every character of both', () => {
    const { expected, seen } = divergenceOf('one  two\nthree', 'one two\n three four');
    assert.equal(expected.map(({ text }) => text).join(''), 'one  two\nthree');
    assert.equal(seen.map(({ text }) => text).join(''), 'one two\n three four');
  });
});
