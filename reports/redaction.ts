import { type Attachment, AttachmentContentEncoding, type Envelope } from '@cucumber/messages';

/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Shorter ones are not looked for: they would black out ordinary words and protect nothing. */
const SHORTEST_SECRET = 4;
/** Characters of a secret that are looked for first: as many as the shortest one has. */
const BEGINNING = SHORTEST_SECRET;
const ADDRESS_QUERY = /([a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*|(?<![\w<])\/[^\s?#"'<>]*)\?[^\s?#"'<>=]*=[^\s#"'<>]*/gi;
const TEXT_TYPES = /^text\/|[/+](?:json|xml)$/;

/**
 * A safety net under everything that is written, never the first defence (steps keep secrets out of what they
 * record): replaces each secret in any text of `value`, also in the groups that pages print keys and codes in and
 * percent-encoded, and takes the query from every address.
 */
export function redact<Value>(value: Value, secrets: readonly string[]): Value {
  return redactWith(value, netFor(secrets));
}

/** The same for Cucumber's messages, into attachments of text. Pictures are left: what is on them only steps know. */
export function redactEnvelopes(envelopes: readonly Envelope[], secrets: readonly string[]): Envelope[] {
  const net = netFor(secrets);
  return envelopes.map(({ attachment, ...others }) => {
    const redacted = redactWith<Envelope>(others, net);
    return attachment ? { ...redacted, attachment: redactAttachment(attachment, net) } : redacted;
  });
}

function redactAttachment(attachment: Attachment, net: Net | undefined): Attachment {
  const { body, ...others } = attachment;
  return { ...redactWith(others, net), body: redactBody(attachment, net) };
}

function redactBody({ body, contentEncoding, mediaType }: Attachment, net: Net | undefined): string {
  if (contentEncoding === AttachmentContentEncoding.IDENTITY) return redactText(body, net);
  if (!TEXT_TYPES.test(mediaType)) return body;
  const text = Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(redactText(text, net), 'utf8').toString('base64');
}

function redactWith<Value>(value: Value, net: Net | undefined): Value {
  if (typeof value === 'string') return redactText(value, net) as Value;
  if (Array.isArray(value)) return value.map((item) => redactWith(item, net)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, redactWith(field, net)]);
  return Object.fromEntries(fields);
}

function redactText(text: string, net: Net | undefined): string {
  const withoutSecrets = net?.mayHold(text) ? text.replace(net.pattern, REDACTED) : text;
  return withoutSecrets.replace(ADDRESS_QUERY, '$1');
}

/** What catches secrets: a pattern for all of them, and a quick look that spares nearly every text the slow one. */
interface Net {
  pattern: RegExp;
  mayHold(text: string): boolean;
}

function netFor(secrets: readonly string[]): Net | undefined {
  const pattern = secretPattern(secrets);
  if (!pattern) return undefined;
  const beginnings = new Set(secrets.map((secret) => compact(secret).slice(0, BEGINNING)));
  return { pattern, mayHold: (text) => isEncoded(text) || beginsSomewhere(compact(text), beginnings) };
}

/** Encoded text has the secret's characters in other clothes: it always gets the slow look. */
function isEncoded(text: string): boolean {
  return text.includes('%') || text.includes('\\');
}

function beginsSomewhere(text: string, beginnings: ReadonlySet<string>): boolean {
  for (let at = 0; at + BEGINNING <= text.length; at += 1) {
    if (beginnings.has(text.slice(at, at + BEGINNING))) return true;
  }
  return false;
}

function compact(text: string): string {
  return text.replace(/[ \u00a0+]/g, '').toLowerCase();
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
