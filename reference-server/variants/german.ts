import { rewriteHtml } from '../faults/html.ts';
import { GERMAN } from './german/words.ts';
import type { Variant } from './variant.ts';

/** What holds something of the user, and the words around it. */
const SENTENCES: readonly [RegExp, string][] = [
  [/Too many tries\. Try again in (\d+) minutes?\./g, 'Zu viele Versuche. Versuchen Sie es in $1 Minuten wieder.'],
  [/Too many tries\. Try again in (\d+) seconds?\./g, 'Zu viele Versuche. Versuchen Sie es in $1 Sekunden wieder.'],
  [/The device name is too long: at most 64 characters\./g, 'Der Gerätename ist zu lang: höchstens 64 Zeichen.'],
  [/aria-label="Remove ([^"]*)"/g, 'aria-label="Entfernen: $1"'],
  [
    /”(<\/?[^>]*>)* has been added to your devices\. Now select Continue in the mobile app\./g,
    '“ ist jetzt eines Ihrer Geräte. Tippen Sie nun in der App auf „Continue“.',
  ],
  [/” has been removed from your devices\./g, '“ ist keines Ihrer Geräte mehr.'],
  [
    /alt="QR code[^"]*"/g,
    'alt="QR-Code für die App. Lässt er sich nicht scannen, können Sie die Werte von Hand eingeben."',
  ],
  [/lang="en"/g, 'lang="de"'],
];

export const variant: Variant = {
  id: 'german',
  title: 'The pages speak German, and the target file says which words are which',
  seams: () => ({ pages: () => rewriteHtml(inGerman) }),
};

/** Texts of the page, but none that somebody typed: those stand in elements of their own. */
function inGerman(html: string): string {
  const translated = html.replace(/(<(?!bdi)[^>]*>)([^<>]+)/g, (whole, tag: string, text: string) => {
    const german = GERMAN[text.trim()];
    return german === undefined ? whole : tag + text.replace(text.trim(), german);
  });
  return SENTENCES.reduce((page, [english, german]) => page.replace(english, german), translated);
}
