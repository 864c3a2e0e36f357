import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { CatalogueFileError, type Complaint, didYouMean } from './errors.ts';
import { faultInYaml } from './yaml-fault.ts';

/** The way to a value: `['requirements', 3, 'level']`. */
type ValuePath = readonly (string | number)[];

/** A file of the catalogue that has the right shape. */
export interface CatalogueFile<Shape> {
  data: Shape;
  /** Makes the error that refuses the value at this path. */
  refuse: (path: ValuePath, complaint: Omit<Complaint, 'field'>) => CatalogueFileError;
}

/**
 * Reads a YAML file and checks it against its JSON Schema.
 * @param prepare what becomes of what is written before it is checked
 * @throws {CatalogueFileError} when it cannot be read, is not YAML, or a value has the wrong shape
 */
export async function readCatalogueFile<Shape>(
  url: URL,
  validate: ValidateFunction<Shape>,
  prepare: (written: unknown, refuse: CatalogueFile<Shape>['refuse']) => unknown = (written) => written,
): Promise<CatalogueFile<Shape>> {
  const file = fileURLToPath(url);
  const lines = new LineCounter();
  const document = parseDocument(await readText(file), { lineCounter: lines, prettyErrors: false });
  const refuse = (path: ValuePath, complaint: Omit<Complaint, 'field'>) =>
    new CatalogueFileError({ file, line: lineAt(document, lines, path) }, { field: fieldOf(path), ...complaint });
  const broken = faultInYaml(document);
  if (broken) {
    const line = lines.linePos(broken.at).line;
    throw new CatalogueFileError({ file, line }, { field: '', wanted: 'YAML', ...broken.complaint });
  }
  const data = prepare(document.toJS(), refuse);
  if (!validate(data)) throw shapeError(validate.errors ?? [], refuse);
  return { data, refuse };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const complaint = { field: '', wanted: 'a file that can be read', ...whyUnread(cause as NodeJS.ErrnoException) };
    throw new CatalogueFileError({ file, line: 1 }, complaint, { cause });
  }
}

function whyUnread({ code, message }: NodeJS.ErrnoException): { got: string; fix: string } {
  if (code === 'ENOENT')
    return { got: 'no such file (ENOENT)', fix: 'check its name, and from which folder it counts' };
  if (code === 'EISDIR') return { got: 'a folder (EISDIR)', fix: 'name the file in it' };
  return { got: message, fix: 'let this user read it' };
}

/** The line of the value, or of the nearest value around it where there is none at the path. */
function lineAt(document: Document, lines: LineCounter, path: ValuePath): number {
  const node = keyAt(document, path) ?? document.getIn(path, true);
  if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  return path.length === 0 ? 1 : lineAt(document, lines, path.slice(0, -1));
}

/** A value of several lines begins below its key, which is where people look. */
function keyAt(document: Document, path: ValuePath): unknown {
  const around = document.getIn(path.slice(0, -1), true);
  return isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key : undefined;
}

function fieldOf(path: ValuePath): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '');
}

/** The parts of Ajv's errors that say what was wanted. */
interface Expectation {
  missingProperty?: string;
  additionalProperty?: string;
  allowedValues?: string[];
}

/** Ajv stops at the first wrong value; where that had several ways to be right, its last error speaks for all of them. */
function shapeError(errors: ErrorObject[], refuse: CatalogueFile<unknown>['refuse']): CatalogueFileError {
  const error = errors.at(-1);
  if (!error) throw new TypeError('the validator refused a file and gave no reason');
  const path = error.instancePath.split('/').slice(1).map(stepOf);
  const schema = (error.parentSchema ?? {}) as { properties?: object; description?: string; writeOnly?: boolean };
  const { missingProperty, additionalProperty, allowedValues }: Expectation = error.params;
  if (missingProperty !== undefined) {
    return refuse([...path, missingProperty], { wanted: 'a value', got: 'none', fix: `add "${missingProperty}:"` });
  }
  if (additionalProperty !== undefined) {
    const known = Object.keys(schema.properties ?? {});
    const complaint = { wanted: `one of the fields ${known.join(', ')}`, got: `"${additionalProperty}"` };
    return refuse([...path, additionalProperty], { ...complaint, ...didYouMean(additionalProperty, known) });
  }
  const got = schema.writeOnly ? kindOf(error.data) : shortened(error.data);
  if (allowedValues !== undefined) {
    const wanted = `one of ${allowedValues.join(', ')}`;
    return refuse(path, { wanted, got, ...didYouMean(String(error.data), allowedValues) });
  }
  return refuse(path, { wanted: schema.description ?? error.message ?? 'another value', got });
}

function stepOf(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}

/** Of what may be secret, which the schema marks as `writeOnly`. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return value === '' ? 'an empty text' : `a value of type ${typeof value}`;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
