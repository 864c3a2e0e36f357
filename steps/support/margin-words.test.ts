import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfMargin } from './margin-words.ts';

const EYE = { blurModules: 0.47, tiltDegrees: 55, modulePixels: 1.7, rotationDegrees: 45 };

test('a margin is told figure by figure, one reader beside the other', () => {
  const second = { ...EYE, blurModules: 0.4, tiltDegrees: 33 };
  assert.equal(
    wordsOfMargin({ eye: EYE, second }, '320 px wide'),
    'how much the QR code on a screen 320 px wide stands of each before the first and the second reader fail; blur 0.47 and 0.4 modules; tilt 55° and 33°; distance 1.7 and 1.7 pixels a module; rotation 45° and 45° of 45°',
  );
});

test('a reader that fails from the start has no figures', () => {
  assert.match(wordsOfMargin({ eye: EYE, second: undefined }, 'x'), /tilt 55° and none; /);
});
