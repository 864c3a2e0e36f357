import { type Pixels, seeSymbols } from '../../simulators/camera/eye.ts';
import { readSecondly } from '../../simulators/camera/second-reader.ts';
import { LOOKS, readWithinBrackets } from '../../simulators/phone-app/page/brackets.ts';
import { type Distortion, framesOf } from './corpus.ts';

/** The app's own reading within its brackets, and two decoders that are shown the whole view. */
const READERS: Record<Reader, (frame: Pixels) => Promise<(string | undefined)[]>> = {
  app: async (frame) => [readByApp(frame)],
  jsQR: async (frame) => [readSecondly(frame)],
  zxing: async (frame) => (await seeSymbols(frame)).map(({ text }) => text),
};

export type Reader = 'app' | 'jsQR' | 'zxing';

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
  for (const { frame, within } of framesOf(distortion, count, seed)) {
    tally.frames += 1;
    if (within !== undefined) tally.wanted += 1;
    for (const [reader, read] of Object.entries(READERS) as [Reader, (typeof READERS)[Reader]][]) {
      const texts = (await read(frame)).filter((text) => text !== undefined);
      if (within !== undefined && texts.includes(within)) tally.right[reader] += 1;
      if (texts.some((text) => text !== within)) tally.wrong[reader] += 1;
    }
  }
  return tally;
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
