/**
 * Lets pages of the same origin frame an answer that nobody may frame; nothing else of it is changed, and where it says
 * nothing of frames, nothing is said.
 * @param fields header fields as they came over the wire: name, value
 */
export function framedByOwnOrigin(fields: readonly (readonly [string, string])[]): [string, string][] {
  return fields.map(([name, value]) => [name, (REWRITTEN[name.toLowerCase()] ?? same)(value)]);
}

const same = (value: string) => value;

const REWRITTEN: Record<string, (value: string) => string> = {
  'x-frame-options': () => 'SAMEORIGIN',
  'content-security-policy': (policy) => policy.replace(/(frame-ancestors)[^;]*/i, "$1 'self'"),
};
