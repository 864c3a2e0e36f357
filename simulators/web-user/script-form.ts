import { Unprovided } from '../errors.ts';
import type { FormAround, RawRequest } from './page.ts';
import type { OddValue } from './told.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
/** What the browser says by itself with every request, and lets no script say. */
const OF_THE_BROWSER = /^(user-agent|referer|origin|cookie|host|connection|content-(type|length)|accept.*|sec-.*)$/i;

/** What a script was about to send. */
export interface ScriptRequest {
  address: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * What a page's script sends of what was typed, as a form: whichever text is typed, it goes where the sample went.
 * `undefined` where the sample is in no field of it, or the body is neither a form nor a flat JSON object.
 */
export function formOfRequest(
  { address, method, headers, body }: ScriptRequest,
  sample: string,
): FormAround | undefined {
  const json = objectIn(body);
  const fields = json ? fieldsOf(json) : [...new URLSearchParams(body)];
  const [fieldName] = fields.find(([, value]) => value === sample) ?? [];
  if (fieldName === undefined) return undefined;
  const own = Object.entries(headers).filter(([name]) => !OF_THE_BROWSER.test(name));
  return {
    action: address,
    method,
    fields,
    fieldName,
    script: { headers: Object.fromEntries(own), ...(json && { json }) },
  };
}

/** A form as it goes over the wire. */
export function requestOf({ action, method, fields, script }: FormAround): RawRequest {
  const sent = { address: action, ...(script && { method, headers: script.headers }) };
  return script?.json
    ? { ...sent, contentType: JSON_TYPE, body: JSON.stringify(jsonOf(script.json, fields)) }
    : { ...sent, contentType: FORM, body: new URLSearchParams(fields).toString() };
}

/** The object that a script would send with these fields: what was no text stays what it was, unless it is another now. */
export function jsonOf(json: Record<string, unknown>, fields: FormAround['fields']): Record<string, unknown> {
  const saidAs = (name: string, text: string) => {
    const was = json[name];
    if (typeof was === 'string' || was === undefined) return text;
    if (textOf(was) === text) return was;
    return typeof was === 'number' && text !== '' ? Number(text) : text;
  };
  return Object.fromEntries(fields.map(([name, text]) => [name, saidAs(name, text)]));
}

export function fieldsOf(json: Record<string, unknown>): FormAround['fields'] {
  return Object.entries(json).map(([name, value]) => [name, textOf(value)]);
}

/**
 * An odd value as the portal's kind of body has it.
 * @param own the content type of that body
 * @throws {Unprovided} where a form's peculiarity cannot be said in JSON
 */
export function oddBody(
  own: string | undefined,
  odd: OddValue,
  { fields, fieldName }: Pick<FormAround, 'fields' | 'fieldName'>,
): Pick<RawRequest, 'contentType' | 'body'> {
  const body = odd.body(fields, fieldName);
  if (own !== JSON_TYPE || odd.contentType !== FORM) return { contentType: odd.contentType, body };
  const pairs = [...new URLSearchParams(body)];
  if (pairs.some(([name]) => name.includes('['))) {
    throw new Unprovided('a form in place of JSON', 'the portal takes JSON, in which this cannot be said');
  }
  return { contentType: own, body: JSON.stringify(Object.fromEntries(pairs)) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
