import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { CALLS, type CallName } from './calls.ts';
import type { SchemaObject } from './schema.ts';
import { SHAPES } from './shapes.ts';

const ID = 'urn:paircheck:adapter:1';

/** Everything that is said, as one JSON Schema for whoever writes an adapter. */
export function adapterSchema() {
  const calls = Object.entries(CALLS).flatMap(([name, { params, result }]) => [
    [`${name}.params`, params],
    [`${name}.result`, result],
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: ID,
    title: 'paircheck adapter protocol',
    description: 'for each call what it is asked with (CALL.params) and what it answers (CALL.result)',
    definitions: { ...SHAPES, ...Object.fromEntries(calls) } as Record<string, SchemaObject>,
  };
}

/** Which side of a call. */
export type Side = 'params' | 'result';

const ajv = new Ajv({ verbose: true, allowUnionTypes: true });
ajv.addVocabulary(['secret']);
ajv.addSchema(adapterSchema());
const validators = new Map<string, ValidateFunction>();

/** What is wrong with what was said, in words that repeat no value; `undefined` when it is as it should be. */
export function faultIn(name: CallName, side: Side, said: unknown): string | undefined {
  const key = `${name}.${side}`;
  const validate = validators.get(key) ?? ajv.compile({ $ref: `${ID}#/definitions/${key}` });
  validators.set(key, validate);
  if (validate(said)) return undefined;
  const [error] = validate.errors ?? [];
  return error ? inWords(error) : 'it does not fit';
}

function inWords({ instancePath, params, message, data, parentSchema }: ErrorObject): string {
  const where = instancePath === '' ? 'the answer' : instancePath.slice(1).replaceAll('/', '.');
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  const known = Object.keys((parentSchema as SchemaObject | undefined)?.properties ?? {}).join(', ');
  if (missingProperty !== undefined) return `${where} has no "${missingProperty}"`;
  if (additionalProperty !== undefined)
    return `${where} has "${additionalProperty}", wanted only: ${known || 'nothing'}`;
  const { allowedValues, allowedValue } = params as { allowedValues?: unknown[]; allowedValue?: unknown };
  const values = allowedValues ?? (allowedValue === undefined ? undefined : [allowedValue]);
  return values ? `${where} is none of: ${values.join(', ')}` : `${where} ${message}, it is ${kindOf(data)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a text' : `of the type ${typeof value}`;
}
