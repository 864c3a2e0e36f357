import { NAMES } from './camera/corpus.ts';
import { tallyOf } from './camera/tally.ts';
for (const name of NAMES) {
  const t = await tallyOf(name, Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 1));
  console.log(name.padEnd(30), t.frames, t.wanted, JSON.stringify(t.right), JSON.stringify(t.wrong));
}
