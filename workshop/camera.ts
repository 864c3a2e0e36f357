/**
 * `npm run camera`: 500 frames of registration QR codes, each distorted in one of ten ways, and how many of them the app
 * reads, a decoder that is shown the whole view, and another one. Two numbers are taken: how many frames of each, and
 * the seed. It fails where the app reads less than the first decoder, or anything from outside of its brackets.
 */
import { NAMES } from './camera/corpus.ts';
import { fallsShort, READERS, type Tally, tallyOf } from './camera/tally.ts';

const [count = 50, seed = 1] = process.argv.slice(2).map(Number);
if (![count, seed].every((number) => Number.isInteger(number) && number >= 0) || count === 0) {
  throw new Error(
    `wanted two whole numbers, frames of each distortion and a seed; got ${process.argv.slice(2).join(' ')}`,
  );
}

const tallies = new Map<string, Tally>();
console.log(
  `| distortion | frames | ${READERS.join(' | ')} | read from outside the brackets |\n|---|---|---|---|---|---|`,
);
for (const name of NAMES) {
  const tally = await tallyOf(name, count, seed);
  tallies.set(name, tally);
  console.log(row(name, tally));
}
console.log(row('all', [...tallies.values()].reduce(added)));
const short = [...tallies].filter(([, tally]) => fallsShort(tally)).map(([name]) => name);
console.log(short.length === 0 ? 'The app falls short nowhere.' : `The app falls short: ${short.join(', ')}`);
process.exitCode = short.length === 0 ? 0 : 1;

function row(name: string, { frames, wanted, right, wrong }: Tally): string {
  const outside = READERS.map((reader) => `${wrong[reader]}`).join(', ');
  const read = READERS.map((reader) => (wanted === 0 ? '-' : right[reader]));
  return `| ${[name, frames, ...read, outside].join(' | ')} |`;
}

function added(one: Tally, other: Tally): Tally {
  const sum = (of: 'right' | 'wrong') => {
    const [app, jsQR, zxing] = READERS.map((reader) => one[of][reader] + other[of][reader]) as [number, number, number];
    return { app, jsQR, zxing };
  };
  const [frames, wanted] = [one.frames + other.frames, one.wanted + other.wanted];
  return { frames, wanted, right: sum('right'), wrong: sum('wrong') };
}
