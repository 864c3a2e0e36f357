import type { Seams } from '../seams.ts';
import { rewriteHtml } from './html.ts';

/** A page on which the button of one name has another. */
export function renameButton(name: string, other: string): { seams: () => Seams; isOn: (html: string) => boolean } {
  const written = (text: string) => `<button type="submit">${text}</button>`;
  return {
    seams: () => ({ pages: () => rewriteHtml((html) => html.replace(written(name), written(other))) }),
    isOn: (html) => html.includes(written(other)),
  };
}
