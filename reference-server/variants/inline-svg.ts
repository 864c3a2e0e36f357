import qrcode from 'qrcode';
import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

const PICTURE = /<img class="symbol" src="data:image\/svg\+xml,([^"]*)" width="(\d+)"[^>]*alt="([^"]*)">/;

export const variant: Variant = {
  id: 'inline-svg',
  title: 'The QR code is drawn by the page itself, as SVG',
  needsBrowser: true,
  seams: () => ({
    context: () => ({
      drawSymbol: async (text) => {
        const svg = await qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
        return { dataUri: `data:image/svg+xml,${encodeURIComponent(svg)}`, sidePixels: 264 };
      },
    }),
    pages: () => rewriteHtml((html) => html.replace(PICTURE, drawingOf)),
  }),
};

/** The same drawing as a part of the page, with the words that the picture had. */
function drawingOf(picture: string): string {
  const [, svg = '', side = '', words = ''] = PICTURE.exec(picture) ?? [];
  const attributes = `class="symbol" role="img" aria-label="${words}" width="${side}" height="${side}"`;
  return decodeURIComponent(svg).replace('<svg ', `<svg ${attributes} `);
}
