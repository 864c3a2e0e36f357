/** How drawings and pages write what would be markup. */
const REFERENCES: Record<string, readonly string[]> = {
  '&': ['&amp;', '&#38;'],
  '<': ['&lt;', '&#60;'],
  '>': ['&gt;', '&#62;'],
  '"': ['&quot;', '&#34;'],
  "'": ['&apos;', '&#39;', '&#x27;'],
};
const CHARACTERS = new Map(
  Object.entries(REFERENCES).flatMap(([character, writings]) => writings.map((writing) => [writing, character])),
);

/**
 * Any mixture of plain and escaped characters, with single spaces between them, or dashes as in printed keys. Not so
 * between digits: a code would be found in dates.
 */
export function anyWriting(secret: string): string {
  const isNumber = /^\d+$/.test(secret);
  const characters = Array.from(secret, anyCharacter).join(isNumber ? '(?:[ \\u00a0+]|%20)?' : '(?:[ \\u00a0+-]|%20)?');
  return isNumber ? `(?<![0-9])${characters}(?![0-9])` : characters;
}

function anyCharacter(character: string): string {
  const plain = literal(character);
  const percent = [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  const escaped = literal(JSON.stringify(character).slice(1, -1));
  const references = (REFERENCES[character] ?? []).map(literal);
  return `(?:${[...new Set([...references, plain, escaped, percent.join('')])].join('|')})`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/**
 * The texts that a text may stand for, without spaces and dashes and in small letters: as it is, and with what is
 * escaped for addresses, for JSON and for markup read as what it means.
 */
export function readings(text: string): string[] {
  const escapes = [text.includes('%'), text.includes('\\'), text.includes('&')];
  const decoders = [decodePercent, decodeJson, decodeMarkup].filter((_, index) => escapes[index]);
  const decoded = decoders.map((decode) => decode(text));
  const all = decoders.reduce((soFar, decode) => decode(soFar), text);
  return [...new Set([text, ...decoded, all])].map(compact);
}

/** Without what may stand between the characters of a key or code. */
export function compact(text: string): string {
  return text.replace(/[ \u00a0+-]/g, '').toLowerCase();
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // Bytes that are no text: the letters among them are still to be read.
      return encoded.replace(/%[0-7][0-9a-f]/gi, decodeURIComponent);
    }
  });
}

/** Other letters after a backslash mean nothing in JSON, and stay as they are: a path of Windows, for one. */
function decodeJson(text: string): string {
  return text.replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g, (escaped) => JSON.parse(`"${escaped}"`) as string);
}

function decodeMarkup(text: string): string {
  return text.replace(/&(?:\w+|#\w+);/g, (reference) => CHARACTERS.get(reference.toLowerCase()) ?? reference);
}
