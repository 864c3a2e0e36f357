import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { KillMatrix, KnownBadVerdict } from '../kill-matrix/shape.ts';
import { colourOf, headlineOf, triedOf } from './kill-matrix-text.ts';

const VIEWS = fileURLToPath(new URL('./kill-matrix/', import.meta.url));
/** The colours are those of the other report. */
const STYLES = ['./html/palette.css', './kill-matrix/matrix.css'];

/** The matrix as one page that needs nothing else, not even a script. */
export function killMatrixHtml(matrix: KillMatrix): string {
  const eta = new Eta({ views: VIEWS, autoEscape: true });
  const columns = [...new Set(matrix.knownBads.flatMap(({ red, breaks }) => [...breaks, ...red]))].sort();
  const style = STYLES.map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')).join('');
  const headline = headlineOf(matrix).replace(/^./, (letter) => letter.toUpperCase());
  const words = { headline, colour: colourOf(matrix.twin), tried: triedOf(matrix) };
  return eta.render('matrix', { matrix, columns, style, cellOf, ...words });
}

interface Cell {
  kind: string;
  sign: string;
  words: string;
}

/** What a requirement has to do with a known-bad; nothing, mostly. */
function cellOf({ breaks, red, companions }: KnownBadVerdict, id: string): Cell | undefined {
  const isRed = red.includes(id);
  if (breaks.includes(id)) {
    return isRed
      ? { kind: 'caught', sign: '●', words: 'broken, and noticed' }
      : { kind: 'missed', sign: '✘', words: 'broken, and not noticed' };
  }
  if (!isRed) return undefined;
  const reason = companions[id];
  if (reason !== undefined) return { kind: 'companion', sign: '○', words: reason };
  return { kind: 'missed', sign: '!', words: 'a surprise' };
}
