import { CALLS, type CallName, ERRORS } from './calls.ts';
import type { SchemaObject } from './schema.ts';
import { SHAPES } from './shapes.ts';

/** Where the part of the guide begins and ends that is made from the table of calls. */
const MARKS = { begin: '<!-- made from targets/adapter/calls.ts: -->', end: '<!-- end of what is made -->' };

/** A guide with that part as the table has it. */
export function withCalls(guide: string): string {
  const [before = '', rest = ''] = guide.split(MARKS.begin);
  const [, after = ''] = rest.split(MARKS.end);
  return `${before}${MARKS.begin}\n\n${callsInWords()}\n\n${MARKS.end}${after}`;
}

function callsInWords(): string {
  const names = Object.keys(CALLS) as CallName[];
  const of = (role: string) => names.filter((name) => name.startsWith(role)).map(callInWords);
  return [
    ...of('hello'),
    '## What the person does on the web',
    'Each call has a `session`: one window of one person. Where no answer is told, it is `{}` or `null`.',
    ...of('web.'),
    '## What the person does on the phone',
    "Each call has a `phone`, and `atEpochMs`: the time on that phone's clock.",
    ...of('phone.'),
    '## What several calls speak of',
    ...Object.entries(SHAPES).map(([name, shape]) => shapeInWords(name, shape)),
    '## Errors',
    Object.values(ERRORS)
      .map(({ code, means }) => `- \`${code}\`: ${means}`)
      .join('\n'),
  ].join('\n\n');
}

function callInWords(name: CallName): string {
  const { does, params, result, ...more } = CALLS[name];
  const core = 'isCore' in more ? ' (core)' : '';
  const facts = [
    ...fieldsInWords(params, ['session', 'phone', 'atEpochMs']).map((field) => `- asked with ${field}`),
    ...answerInWords(result).map((answer) => `- answers ${answer}`),
  ];
  return [`### \`${name}\`${core}`, does, ...(facts.length > 0 ? [facts.join('\n')] : [])].join('\n\n');
}

/** Nothing is said of an answer that says nothing. */
function answerInWords(result: SchemaObject): string[] {
  if (result.$ref === undefined) return fieldsInWords(result);
  const shape = lastOf(result.$ref);
  return [`a [${shape}](#${shape})`];
}

function shapeInWords(name: string, shape: SchemaObject): string {
  return [
    `### ${name}`,
    `${capital(shape.description ?? name)}.`,
    fieldsInWords(shape)
      .map((field) => `- ${field}`)
      .join('\n'),
  ].join('\n\n');
}

function fieldsInWords({ properties = {}, required = [] }: SchemaObject, unnamed: string[] = []): string[] {
  const named = Object.entries(properties).filter(([name]) => !unnamed.includes(name));
  return named.map(([name, field]) => {
    const about = [kindInWords(field), ...(required.includes(name) ? [] : ['may be left out'])].join(', ');
    const means = field.description === undefined ? '' : `: ${field.description}`;
    return `\`${name}\` (${about})${means}`;
  });
}

function kindInWords({ $ref, type, items, enum: values, const: only, properties }: SchemaObject): string {
  if ($ref !== undefined) return lastOf($ref);
  if (values) return values.map((value) => `"${value}"`).join(' or ');
  if (only !== undefined) return String(only);
  if (items) return `list of ${kindInWords(items)}`;
  if (properties) return `{ ${Object.keys(properties).join(', ')} }`;
  return KINDS[String(type)] ?? String(type);
}

const KINDS: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  object: 'object',
};

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
