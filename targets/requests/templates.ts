/** What templates are filled with, by name. */
export type Values = ReadonlyMap<string, string>;

const PLACE = /\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g;

/** A template asks for a value that nobody has: the target file takes it nowhere, or not in time. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue';
  readonly missing: string;

  constructor(missing: string) {
    super(`there is no value for {{${missing}}} yet`);
    this.missing = missing;
  }
}

/** Puts values into a text. @throws {MissingValue} */
export function fillText(template: string, values: Values, write = (value: string) => value): string {
  return template.replace(PLACE, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new MissingValue(name);
    return write(value);
  });
}

/** Puts values into every text of a structure. @throws {MissingValue} */
export function fillAll(template: unknown, values: Values): unknown {
  return mapTexts(template, [], (text) => fillText(text, values));
}

/** Puts values into the texts of a record. @throws {MissingValue} */
export function fillRecord(templates: Record<string, string>, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, fillText(text, values)]));
}

/** The names that a text asks for. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, name = '']) => name);
}

/** The way to a text in a structure. */
export type Way = readonly (string | number)[];

/** The same structure with other texts. */
export function mapTexts(structure: unknown, way: Way, write: (text: string, way: Way) => string): unknown {
  if (typeof structure === 'string') return write(structure, way);
  if (Array.isArray(structure)) return structure.map((each, at) => mapTexts(each, [...way, at], write));
  if (typeof structure !== 'object' || structure === null) return structure;
  const entries = Object.entries(structure).map(([name, each]) => [name, mapTexts(each, [...way, name], write)]);
  return Object.fromEntries(entries);
}
