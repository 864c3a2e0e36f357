declare const SAID: unique symbol;

/** A JSON Schema (draft 7), and in TypeScript's eyes also the type of what it lets through. */
export type Schema<Said> = SchemaObject & { readonly [SAID]?: Said };

/** The part of JSON Schema that is spoken here; `secret` marks what no message may hold. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly pattern?: string;
  readonly secret?: boolean;
  readonly enum?: readonly string[];
  readonly const?: number;
  readonly items?: SchemaObject;
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly maxProperties?: number;
}

/** What a schema lets through. */
export type SaidBy<Any> = Any extends { readonly [SAID]?: infer Said } ? NonNullable<Said> : never;

/** A field that may be left out. */
interface Maybe<Said> {
  readonly maybe: Schema<Said>;
}

type Fields = Readonly<Record<string, Schema<unknown> | Maybe<unknown>>>;

type OptionalName<All extends Fields> = {
  [Name in keyof All]: All[Name] extends { readonly maybe: unknown } ? Name : never;
}[keyof All];

type RecordOf<All extends Fields> = {
  [Name in Exclude<keyof All, OptionalName<All>>]: SaidBy<All[Name]>;
} & {
  [Name in OptionalName<All>]?: All[Name] extends { readonly maybe: infer Inner } ? SaidBy<Inner> : never;
};

export function text(description: string, more: Pick<SchemaObject, 'pattern' | 'secret'> = {}): Schema<string> {
  return { type: 'string', description, ...more };
}

export function secret(description: string): Schema<string> {
  return text(description, { secret: true });
}

export function flag(description: string): Schema<boolean> {
  return { type: 'boolean', description };
}

export function whole(description: string): Schema<number> {
  return { type: 'integer', description };
}

export function choice<const Value extends string>(values: readonly Value[], description: string): Schema<Value> {
  return { type: 'string', enum: values, description };
}

export function list<Said>(items: Schema<Said>, description: string): Schema<Said[]> {
  return { type: 'array', items, description };
}

export function maybe<Said>(schema: Schema<Said>): Maybe<Said> {
  return { maybe: schema };
}

/** An object with any fields. */
export function anyFields(description: string): Schema<Readonly<Record<string, unknown>>> {
  return { type: 'object', description };
}

/** An object with these fields and no others: a field that is misspelt would otherwise be taken for one that is left out. */
export function record<const All extends Fields>(fields: All, description?: string): Schema<RecordOf<All>> {
  const entries = Object.entries(fields);
  const required = entries.flatMap(([name, field]) => ('maybe' in field ? [] : [name]));
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    properties: Object.fromEntries(entries.map(([name, field]) => [name, 'maybe' in field ? field.maybe : field])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** The answer to an act: there is nothing to tell, whatever a language has for that. */
export const NOTHING: Schema<object> = {
  type: ['object', 'null'],
  description: 'nothing: {} or null',
  maxProperties: 0,
};
