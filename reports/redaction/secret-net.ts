import { compact, readings } from './writings.ts';

/** Shorter ones are not looked for: they would black out ordinary words and protect nothing. */
const SHORTEST_SECRET = 4;
/** Characters of a secret that are looked for first. */
const BEGINNING = 4;
/** Two bytes' worth of beginnings: a run knows some thousand secrets, so most texts have none of theirs. */
const BITS = 0xffff;

/** Finds those of many secrets that a text may hold, in one pass over it. */
export class SecretNet {
  readonly #byBeginning = new Map<string, { secret: string; whole: string }[]>();
  readonly #isBeginning = new Uint8Array(BITS + 1);
  /** Of which too little is left to look for without their spaces and dashes. */
  readonly #always: string[] = [];

  private constructor(secrets: string[]) {
    for (const secret of secrets) this.#add(secret);
  }

  /** `undefined` where there is nothing to look for. */
  static of(secrets: readonly string[]): SecretNet | undefined {
    const wanted = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET);
    return wanted.length > 0 ? new SecretNet(wanted) : undefined;
  }

  /** All secrets that are in this text in any writing; some may be there that a closer look rules out. */
  secretsIn(text: string): string[] {
    if (text.length < BEGINNING) return this.#always;
    const found = readings(text).flatMap((reading) => this.#find(reading));
    return [...new Set([...this.#always, ...found])];
  }

  #add(secret: string): void {
    const whole = compact(secret);
    if (whole.length < BEGINNING) {
      this.#always.push(secret);
      return;
    }
    const beginning = whole.slice(0, BEGINNING);
    this.#byBeginning.set(beginning, [...(this.#byBeginning.get(beginning) ?? []), { secret, whole }]);
    this.#isBeginning[markOf(beginning, 0)] = 1;
  }

  #find(reading: string): string[] {
    const found: string[] = [];
    for (let at = 0; at + BEGINNING <= reading.length; at += 1) {
      if (this.#isBeginning[markOf(reading, at)] === 0) continue;
      const candidates = this.#byBeginning.get(reading.slice(at, at + BEGINNING)) ?? [];
      const there = candidates.filter(({ whole }) => reading.startsWith(whole, at));
      found.push(...there.map(({ secret }) => secret));
    }
    return found;
  }
}

/** A number for four characters, the same for the same four. */
function markOf(text: string, at: number): number {
  const pairs = text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 1009;
  return (pairs + text.charCodeAt(at + 2) * 9973 + text.charCodeAt(at + 3) * 27_644) & BITS;
}
