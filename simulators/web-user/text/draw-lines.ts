import { escapeXml } from '../../escape-xml.ts';

const WIDTH = 640;
const LINE = 24;
const MOST_CHARACTERS = 70;

/** A page as plain lines of text, as SVG: what a person who reads a report needs to see where the web user was. */
export function drawLines(lines: string[]): string {
  const height = (lines.length + 2) * LINE;
  const texts = lines.map((line, index) => {
    const cut = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}\u2026` : line;
    return `<text x="24" y="${(index + 1.6) * LINE}">${escapeXml(cut)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The web page as text">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff" stroke="#1b2733"/>`,
    `<g font-family="system-ui, sans-serif" font-size="16" fill="#1b2733">${texts.join('')}</g></svg>`,
  ].join('');
}
