import { type Pixels, seeSymbols } from '../../simulators/camera/eye.ts';
import { readSecondly } from '../../simulators/camera/second-reader.ts';
import { LOOKS, readWithinBrackets } from '../../simulators/phone-app/page/brackets.ts';
import { type CorpusFrame, type Distortion, framesOf } from './corpus.ts';

/** The app's own reading within its brackets, and two decoders that are shown the whole view. */
const READING: Record<Reader, (frame: Pixels) => Promise<(string | undefined)[]>> = {
  app: async (frame) => [readByApp(frame)],
  jsQR: async (frame) => [readSecondly(frame)],
  zxing: async (frame) => (await seeSymbols(frame)).map(({ text }) => text),
};

export const READERS = ['app', 'jsQR', 'zxing'] as const;
type Reader = (typeof READERS)[number];

/** In how many frames a reader read what lies within the brackets, and in how many anything else. */
export interface Tally {
  frames: number;
  /** How many of them have a code within the brackets. */
  wanted: number;
  right: Record<Reader, number>;
  wrong: Record<Reader, number>;
}

/** Has all readers read so many frames of one distortion. */
export async function tallyOf(distortion: Distortion, count: number, seed: number): Promise<Tally> {
  const none = (): Record<Reader, number> => ({ app: 0, jsQR: 0, zxing: 0 });
  const tally: Tally = { frames: 0, wanted: 0, right: none(), wrong: none() };
  for (const frame of framesOf(distortion, count, seed)) await addTo(tally, frame);
  return tally;
}

async function addTo(tally: Tally, { frame, within }: CorpusFrame): Promise<void> {
  tally.frames += 1;
  tally.wanted += Number(within !== undefined);
  for (const reader of READERS) {
    const texts = (await READING[reader](frame)).filter((text) => text !== undefined);
    tally.right[reader] += Number(within !== undefined && texts.includes(within));
    tally.wrong[reader] += Number(texts.some((text) => text !== within));
  }
}

/** The app has to read whatever a decoder alone reads of the whole view, and nothing from outside of its brackets. */
export function fallsShort({ right, wrong }: Tally): boolean {
  return right.app < right.jsQR || wrong.app > 0;
}

/** As the app does it with a view that stays: look after look, until something is read or everything has been tried. */
function readByApp(frame: Pixels): string | undefined {
  const looks = Array.from({ length: LOOKS }, (_, look) => look);
  for (const look of looks) {
    const text = readWithinBrackets(frame, look);
    if (text !== undefined) return text;
  }
  return undefined;
}
