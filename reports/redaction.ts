import { type Attachment, AttachmentContentEncoding, type Envelope } from '@cucumber/messages';

/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Shorter ones are not looked for: they would black out ordinary words and protect nothing. */
const SHORTEST_SECRET = 4;
const ADDRESS_QUERY = /([a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*|(?<![\w<])\/[^\s?#"'<>]*)\?[^\s?#"'<>=]*=[^\s#"'<>]*/gi;
const TEXT_TYPES = /^text\/|[/+](?:json|xml)$/;

/**
 * A safety net under everything that is written, never the first defence (steps keep secrets out of what they
 * record): replaces each secret in any text of `value`, also in the groups that pages print keys and codes in and
 * percent-encoded, and takes the query from every address.
 */
export function redact<Value>(value: Value, secrets: readonly string[]): Value {
  return redactWith(value, secretPattern(secrets));
}

/** The same for Cucumber's messages, into attachments of text. Pictures are left: what is on them only steps know. */
export function redactEnvelopes(envelopes: readonly Envelope[], secrets: readonly string[]): Envelope[] {
  const pattern = secretPattern(secrets);
  return envelopes.map(({ attachment, ...others }) => {
    const redacted = redactWith<Envelope>(others, pattern);
    return attachment ? { ...redacted, attachment: redactAttachment(attachment, pattern) } : redacted;
  });
}

function redactAttachment(attachment: Attachment, pattern: RegExp | undefined): Attachment {
  const { body, ...others } = attachment;
  return { ...redactWith(others, pattern), body: redactBody(attachment, pattern) };
}

function redactBody({ body, contentEncoding, mediaType }: Attachment, pattern: RegExp | undefined): string {
  if (contentEncoding === AttachmentContentEncoding.IDENTITY) return redactText(body, pattern);
  if (!TEXT_TYPES.test(mediaType)) return body;
  const text = Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(redactText(text, pattern), 'utf8').toString('base64');
}

function redactWith<Value>(value: Value, pattern: RegExp | undefined): Value {
  if (typeof value === 'string') return redactText(value, pattern) as Value;
  if (Array.isArray(value)) return value.map((item) => redactWith(item, pattern)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, redactWith(field, pattern)]);
  return Object.fromEntries(fields);
}

function redactText(text: string, pattern: RegExp | undefined): string {
  const withoutSecrets = pattern ? text.replace(pattern, REDACTED) : text;
  return withoutSecrets.replace(ADDRESS_QUERY, '$1');
}

/** One pattern for all, the longest first: else a secret that begins another would leave the rest of it standing. */
function secretPattern(secrets: readonly string[]): RegExp | undefined {
  const wanted = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET);
  if (wanted.length === 0) return undefined;
  const longestFirst = wanted.sort((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map(anyWriting).join('|'), 'gi');
}

/** Any mixture of plain, percent-encoded and JSON-escaped characters, with single spaces between them. */
function anyWriting(secret: string): string {
  const characters = Array.from(secret, anyCharacter).join('(?:[ \\u00a0+]|%20)?');
  return /^\d+$/.test(secret) ? `(?<![0-9])${characters}(?![0-9])` : characters;
}

function anyCharacter(character: string): string {
  const plain = literal(character);
  const percent = [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  const escaped = literal(JSON.stringify(character).slice(1, -1));
  return `(?:${[...new Set([plain, escaped, percent.join('')])].join('|')})`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
