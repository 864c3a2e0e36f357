import type { Claims } from '../../simulators/phone/phone.ts';
import type { DescribedRequest } from './described.ts';
import { fillAll, fillRecord, fillText, namesIn, type Values } from './templates.ts';

/** A request with everything in it. */
export interface RawRequest {
  address: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a request is rendered with. */
interface Around {
  /** The address of the portal. */
  url: string;
  values: Values;
  /** Headers of all requests. */
  headers: Record<string, string>;
  claims: Claims;
}

const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** A described request as it is sent. @throws {MissingValue} */
export function render(request: DescribedRequest, around: Around): RawRequest {
  const { values, claims } = around;
  const [method = 'GET', path = '/'] = request.send.split(' ');
  const address = new URL(fillText(path, values, encodeURIComponent), around.url);
  for (const [name, text] of Object.entries(request.query ?? {}))
    address.searchParams.set(name, fillText(text, values));
  const { body, type } = bodyOf(request, around);
  const common = Object.entries(around.headers).filter(([, text]) => namesIn(text).every((name) => values.has(name)));
  const headers = {
    accept: `${JSON_TYPE}, text/html;q=0.9, */*;q=0.8`,
    ...(type !== undefined && { 'content-type': type }),
    ...lowerCase(fillRecord(Object.fromEntries(common), values)),
    ...lowerCase(fillRecord(request.headers ?? {}, values)),
    ...claims.headers,
  };
  return { address: address.href, method, headers, ...(body !== undefined && { body }) };
}

function bodyOf({ json, form }: DescribedRequest, { values, claims }: Around): { body?: string; type?: string } {
  if (form) {
    const claimed = Object.entries(claims.fields ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
    const fields = [...Object.entries(fillRecord(form, values)), ...claimed];
    return { body: new URLSearchParams(fields).toString(), type: FORM_TYPE };
  }
  if (json === undefined) return {};
  const filled = fillAll(json, values);
  const isRecord = typeof filled === 'object' && filled !== null && !Array.isArray(filled);
  return { body: JSON.stringify(isRecord ? { ...filled, ...claims.fields } : filled), type: JSON_TYPE };
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
