import { adapterSchema } from './checks.ts';
import type { SchemaObject } from './schema.ts';

const COVERED = '\u2022\u2022\u2022\u2022';
/** Longer texts are cut where they are told. */
const MOST_CHARACTERS = 300;
/** A shorter text stands in others by chance, and nobody could read anything any more. */
const SHORTEST = 4;
/** Longer ones are pictures and pages, which are known by the names of their fields. */
const LONGEST = 200;

const { definitions } = adapterSchema();
const secretFields = [...new Set(Object.values(definitions).flatMap(secretNames))];
const inJson = new RegExp(`("(?:${secretFields.join('|')})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*("|$)`, 'g');
/** What looks like a key URI, a key, a picture or a one-time code, wherever it stands. */
const LOOKS_SECRET = [
  /otpauth:[^\s"]*/gi,
  /\b[A-Z2-7]{16,}={0,6}/g,
  /[A-Za-z0-9+/]{64,}={0,2}/g,
  /\b\d{3}[ -]?\d{3,5}\b/g,
];

/** Variables that are named so hold what is not for the readers of a report. */
const NAMED_SECRET = /pass|secret|token|key|credential/i;

/** Takes out of texts for readers what an adapter was told or has told in confidence. */
export class Confidence {
  readonly #secrets = new Set<string>();

  /** @param environment the variables of the program */
  constructor(environment: Readonly<Record<string, string | undefined>> = {}) {
    for (const [name, value] of Object.entries(environment)) if (NAMED_SECRET.test(name)) this.#keepText(value);
  }

  /** Remembers the texts that the schema of this call marks as secret. */
  keep(key: string, said: unknown): void {
    const schema = definitions[key];
    if (schema) this.#keep(schema, said);
  }

  /** A line for an error, without secrets, of a length that can be read. */
  cover(line: string): string {
    const known = [...this.#secrets].reduce((safe, secret) => safe.replaceAll(secret, COVERED), line);
    const fields = known.replace(inJson, `$1"${COVERED}"`);
    const safe = LOOKS_SECRET.reduce((text, pattern) => text.replace(pattern, COVERED), fields);
    return safe.length > MOST_CHARACTERS ? `${safe.slice(0, MOST_CHARACTERS)}...` : safe;
  }

  #keep(schema: SchemaObject, said: unknown): void {
    if (schema.secret) this.#keepText(said);
    if (typeof said !== 'object' || said === null) return;
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      this.#keep(field, (said as Record<string, unknown>)[name]);
    }
  }

  #keepText(said: unknown): void {
    if (typeof said === 'string' && said.length >= SHORTEST && said.length <= LONGEST) this.#secrets.add(said);
  }
}

function secretNames({ properties = {} }: SchemaObject): string[] {
  return Object.entries(properties).flatMap(([name, field]) => (field.secret ? [name] : secretNames(field)));
}
