import type { Claims } from '../../simulators/phone/phone.ts';

const FORM = 'application/x-www-form-urlencoded';

/** A request of an app, as it is about to leave; `body` is text, where there is one. */
export interface Leaving {
  headers: Record<string, string>;
  body: string | undefined;
}

/** The same with what the app is made to claim: headers, and fields where it sends a form or a JSON object. */
export function withClaims({ headers, body }: Leaving, { headers: claimed, fields = {} }: Claims): Leaving {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return { headers: { ...headers, ...claimed }, body: body && withFields(body, type, fields) };
}

function withFields(body: string, type: string, fields: Record<string, unknown>): string {
  if (type.startsWith(FORM)) {
    const said = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
    return new URLSearchParams([...new URLSearchParams(body), ...said]).toString();
  }
  return type.includes('json') && body.trimStart().startsWith('{')
    ? JSON.stringify({ ...JSON.parse(body), ...fields })
    : body;
}
