import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfMargin } from './margin-words.ts';

const EYE = { blurModules: 0.47, tiltDegrees: 55, modulePixels: 1.7, rotationDegrees: 45 };

test('a margin is told figure by figure, one reader beside the other', () => {
  const second = { ...EYE, blurModules: 0.4, tiltDegrees: 33 };
  assert.equal(
    wordsOfMargin({ eye: EYE, second }, '320 px wide'),
    'on a screen 320 px wide, the first and the second reader still read the QR code with a blur of 0.47 and 0.4 modules; tilted by 55° and 33°; from as far as 1.7 and 1.7 pixels a module; turned by 45° and 45° of 45°',
  );
});

test('a reader that fails from the start has no figures', () => {
  assert.match(wordsOfMargin({ eye: EYE, second: undefined }, 'x'), /tilted by 55° and none; /);
});
