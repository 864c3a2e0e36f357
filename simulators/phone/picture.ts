import { escapeXml } from '../escape-xml.ts';
import type { Screen } from './phone.ts';

const WIDTH = 360;
const LINE = 28;
const WRAP = 32;

/**
 * The phone's screen as SVG, for people who read a report. The code is drawn as dots: a picture is kept, a code is not.
 * @param showsCode whether a one-time code is on the screen
 */
export function drawScreen(screen: Screen, showsCode: boolean): string {
  const lines = [
    ...wrap(screen.title).map((text) => ({ text, size: 22, weight: 700 })),
    ...wrap(screen.message ?? '').map((text) => ({ text, size: 17, weight: 400 })),
    ...(screen.brackets ? [{ text: '\u231c            \u231d', size: 40, weight: 400 }] : []),
    ...(screen.brackets ? [{ text: '\u231e            \u231f', size: 40, weight: 400 }] : []),
    ...(showsCode ? [{ text: '\u2022\u2022\u2022 \u2022\u2022\u2022', size: 40, weight: 700 }] : []),
  ];
  const texts = lines.map(({ text, size, weight }, index) => {
    const style = `font-size="${size}" font-weight="${weight}" xml:space="preserve"`;
    return `<text x="${WIDTH / 2}" y="${110 + index * (LINE + 14)}" ${style}>${escapeXml(text)}</text>`;
  });
  const buttons = screen.actions.map((action, index) =>
    drawButton(action, 560 - (screen.actions.length - 1 - index) * 58),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 640" role="img" aria-label="${escapeXml(screen.title)}">`,
    '<g font-family="system-ui, sans-serif" text-anchor="middle" fill="#1b2733">',
    `<rect x="4" y="4" width="${WIDTH - 8}" height="632" rx="40" fill="#fff" stroke="#1b2733" stroke-width="6"/>`,
    '<rect x="130" y="20" width="100" height="10" rx="5"/>',
    ...texts,
    ...buttons,
    '</g></svg>',
  ].join('');
}

function drawButton(action: string, y: number): string {
  const box = `<rect x="40" y="${y}" width="${WIDTH - 80}" height="48" rx="24" fill="#0b5cad"/>`;
  return `${box}<text x="${WIDTH / 2}" y="${y + 30}" font-size="17" fill="#fff">${escapeXml(action)}</text>`;
}

/** Between words; a word that is longer than a line is broken. */
function wrap(text: string): string[] {
  return text.match(new RegExp(`.{1,${WRAP}}(?:\\s|$)|.{${WRAP}}`, 'g'))?.map((line) => line.trim()) ?? [];
}
