import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framesOf, NAMES } from './corpus.ts';
import { fallsShort, tallyOf } from './tally.ts';

/** Of each distortion: `npm run camera` tries fifty. */
const FRAMES = 2;
const SEED = 1;

const tallies = await Promise.all(NAMES.map(async (name) => ({ name, tally: await tallyOf(name, FRAMES, SEED) })));

for (const { name, tally } of tallies) {
  test(`the app reads as much as a decoder that is shown the whole view, and nothing else: ${name}`, () => {
    assert.equal(tally.frames, FRAMES);
    assert.equal(fallsShort(tally), false, JSON.stringify(tally));
  });
}

test('most of what a phone is held at is read, by each reader', () => {
  const sum = (reader: 'app' | 'zxing') => tallies.reduce((all, { tally }) => all + tally.right[reader], 0);
  const wanted = tallies.reduce((all, { tally }) => all + tally.wanted, 0);
  assert.equal(wanted, FRAMES * (NAMES.length - 1));
  assert.ok(sum('app') > wanted / 2 && sum('zxing') > wanted / 2, `${sum('app')}, ${sum('zxing')} of ${wanted}`);
});

test('an app that reads less, or what lies outside of its brackets, falls short', () => {
  const right = { app: 1, jsQR: 1, zxing: 1 };
  const wrong = { app: 0, jsQR: 1, zxing: 1 };
  const good = { frames: 2, wanted: 2, right, wrong };
  assert.equal(fallsShort(good), false);
  assert.equal(fallsShort({ ...good, right: { ...right, jsQR: 2 } }), true);
  assert.equal(fallsShort({ ...good, wrong: { ...wrong, app: 1 } }), true);
});

test('the same seed makes the same frames, and more of them begin with the fewer', () => {
  const [two, three] = [[...framesOf('blur', 2, 7)], [...framesOf('blur', 3, 7)]];
  assert.deepEqual(three.slice(0, 2), two);
  assert.notDeepEqual([...framesOf('blur', 1, 8)], two.slice(0, 1));
});
