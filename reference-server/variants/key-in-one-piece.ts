import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'key-in-one-piece',
  title: 'The key to be typed is shown in small letters, and not in groups of four',
  advice: { 'MAN-03': 'groups of few characters are easier to read, and nobody demands them' },
  seams: () => ({
    pages: () =>
      rewriteHtml((html) =>
        html.replace(
          /(<dd class="key">)([^<]*)/,
          (_, tag, key: string) => `${tag}${key.replaceAll(' ', '').toLowerCase()}`,
        ),
      ),
  }),
};
