import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { drawIcon, iconDrawing } from './icon.ts';

test('the icon is a square of the size that was asked for, with brackets on a ground that leaves no corner open', () => {
  for (const side of [180, 192, 512]) {
    const { width, height, data } = PNG.sync.read(drawIcon(side));
    const at = (x: number, y: number) => [...data.subarray((y * side + x) * 4, (y * side + x) * 4 + 4)];
    assert.deepEqual([width, height], [side, side]);
    assert.deepEqual(at(0, 0), [31, 79, 191, 255]);
    assert.deepEqual(at(Math.round((side * 15) / 64), Math.round((side * 15) / 64)), [255, 255, 255, 255]);
  }
});

test('its drawing has the same colours', () => {
  assert.match(iconDrawing(), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 64 64">.*rgb\(31,79,191\)/);
});
