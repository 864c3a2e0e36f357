import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'buttons-for-links',
  title: 'What leads on is a button of a form, and what sends a form is an input',
  seams: () => ({
    pages: () =>
      rewriteHtml((html) =>
        html
          .replace(
            /<a (?:class="[^"]*" )?href="([^"]*)"[^>]*>([^<]*)<\/a>/g,
            '<form action="$1"><button>$2</button></form>',
          )
          .replace(/<button type="submit">([^<]*)<\/button>/g, '<input type="submit" value="$1">'),
      ),
  }),
};
