import { createHash } from 'node:crypto';
import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

/** Links that send their form, and a canvas that takes the place of its picture. */
const SCRIPT = `for (const link of document.querySelectorAll('a[role=button]')) {
  const send = (event) => { event.preventDefault(); link.closest('form').requestSubmit(); };
  link.addEventListener('click', send);
  link.addEventListener('keydown', (event) => { if (event.key === ' ') send(event); });
}
const canvas = document.querySelector('canvas');
if (canvas) {
  const picture = new Image();
  picture.onload = () => {
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0);
  };
  picture.src = canvas.dataset.symbol;
  canvas.removeAttribute('data-symbol');
}`;
const HASH = createHash('sha256').update(SCRIPT).digest('base64');

export const variant: Variant = {
  id: 'scripted-page',
  title: 'What sends a form is a link with a script, and the QR code is painted on a canvas',
  needsBrowser: true,
  seams: () => ({
    pages: () =>
      rewriteHtml((html, response) => {
        const policy = String(response.get('Content-Security-Policy'));
        response.set('Content-Security-Policy', `${policy};script-src 'sha256-${HASH}'`);
        return html
          .replace(
            /<button( class="plain")? type="submit"([^>]*)>([^<]*)<\/button>/g,
            '<a class="button" role="button" href="#"$2>$3</a>',
          )
          .replace(
            /<img class="symbol" src="([^"]*)" width="(\d+)" height="(\d+)" alt="([^"]*)">/,
            '<canvas class="symbol" role="img" data-symbol="$1" width="$2" height="$3" aria-label="$4"></canvas>',
          )
          .replace('</body>', `<script>${SCRIPT}</script></body>`);
      }),
  }),
};
