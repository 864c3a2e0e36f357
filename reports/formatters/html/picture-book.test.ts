import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { PictureBook } from './picture-book.ts';

function drawing(text: string) {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 640">${text}</svg>`).toString('base64');
}

describe('the pictures of a page', () => {
  it('holds two pictures with the same bytes once', () => {
    const book = new PictureBook([
      { path: 'pictures/1-web.svg', mediaType: 'image/svg+xml', base64: drawing('sign in') },
      { path: 'pictures/2-web.svg', mediaType: 'image/svg+xml', base64: drawing('sign in') },
      { path: 'pictures/3-web.svg', mediaType: 'image/svg+xml', base64: drawing('signed in') },
    ]);
    const shown = [1, 2, 3, 1].map((number) => book.show(`pictures/${number}-web.svg`));
    assert.deepEqual(
      shown.map((found) => [found?.picture.id, found?.isFirst]),
      [
        ['picture-1', true],
        ['picture-1', false],
        ['picture-2', true],
        ['picture-1', false],
      ],
    );
  });

  it('knows the size of a drawing and of a photograph', () => {
    const photograph = PNG.sync.write(new PNG({ width: 30, height: 20 })).toString('base64');
    const book = new PictureBook([
      { path: 'a.svg', mediaType: 'image/svg+xml', base64: drawing('') },
      { path: 'b.png', mediaType: 'image/png', base64: photograph },
    ]);
    const [drawn, taken] = ['a.svg', 'b.png'].map((path) => book.show(path)?.picture);
    assert.deepEqual([drawn?.width, drawn?.height], [360, 640]);
    assert.deepEqual([taken?.width, taken?.height], [30, 20]);
  });

  it('shows one that says no size, and none for a path that it does not have', () => {
    const book = new PictureBook([{ path: 'a.png', mediaType: 'image/png', base64: 'AAAA' }]);
    assert.equal(book.show('a.png')?.picture.width, 800);
    assert.equal(book.show('b.png'), undefined);
    assert.equal(book.has('b.png'), false);
    assert.equal(book.has(undefined), false);
  });
});
