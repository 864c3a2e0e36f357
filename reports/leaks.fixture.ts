/** A secret that stands where everyone can read it. */
export interface Leak {
  path: string;
  secret: string;
}

/** The texts that a camera reads in a PNG picture. */
type PictureReader = (png: Buffer) => Promise<readonly string[]>;

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** A picture within a page within a message is as deep as reports go. */
const DEEPEST = 4;
/** So long a run of its letters is no text: once read as Base64 it need not be read again. */
const LONG_BASE64 = /[A-Za-z0-9+/]{400,}={0,2}/g;
const BASE64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g;
/** Numbers of six digits by the thousand, none of them a code. */
const DURATION = /"(?:nanos|seconds)": ?\d+/g;

/**
 * Where files hold secrets: plain or in groups, escaped for JSON, XML or addresses, in pieces between tags, in Base64
 * however deep, and in symbols on pictures. It shares nothing with the redaction that it is there to check.
 */
export async function leaksIn(
  files: ReadonlyMap<string, Buffer>,
  secrets: readonly string[],
  readPicture: PictureReader = async () => [],
): Promise<Leak[]> {
  const seen = new Map<string, Promise<readonly string[]>>();
  const readOnce: PictureReader = (png) => {
    const key = png.toString('base64');
    const texts = seen.get(key) ?? readPicture(png);
    seen.set(key, texts);
    return texts;
  };
  const found = await Promise.all(
    [...files].map(async ([path, content]) => {
      const isThere = finderIn(await textsIn(content, readOnce));
      return secrets.filter(isThere).map((secret) => ({ path, secret }));
    }),
  );
  return found.flat();
}

async function textsIn(content: Buffer, readPicture: PictureReader, depth = 0): Promise<string[]> {
  const isPicture = content.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  if (isPicture) return [content.toString('latin1'), ...(await readPicture(content))];
  const text = content.toString('utf8').replace(DURATION, '');
  const embedded = depth < DEEPEST ? [...new Set(text.match(BASE64))] : [];
  const within = await Promise.all(
    embedded.map((base64) => textsIn(Buffer.from(base64, 'base64'), readPicture, depth + 1)),
  );
  return [text.replace(LONG_BASE64, ''), ...within.flat()];
}

function finderIn(texts: readonly string[]): (secret: string) => boolean {
  const once = texts.flatMap((text) => [text, ...unescaped(text)]);
  // JSON within JSON is escaped twice.
  const written = [...new Set(once.flatMap((text) => [text, ...unescaped(text)]))];
  const compacted = written.flatMap((text) => [text, text.replace(/<[^>]*>/g, '')]).map(compact);
  return (secret) => {
    if (!/^\d+$/.test(secret)) return compacted.some((text) => text.includes(compact(secret)));
    const digits = [...secret].join('[ \\u00a0]?');
    // Neither a part of a digest nor two numbers of a row of them, such as the corners of a drawing.
    const code = new RegExp(`(?<![0-9a-f]|\\d )${digits}(?![0-9a-f]| \\d)`, 'i');
    return written.some((text) => code.test(text));
  };
}

function compact(text: string): string {
  return text.replace(/[\s\u00a0+-]/g, '').toLowerCase();
}

function unescaped(text: string): string[] {
  const fromJson = text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_all, hex?: string, other?: string) =>
    hex === undefined ? (other ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const fromXml = text
    .replace(/&#(x?)([0-9a-f]{1,5});/gi, (_all, x: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, x === '' ? 10 : 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  const fromAddress = text.replace(/(?:%[0-9a-f]{2})+/gi, (percent) =>
    Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  return [fromJson, fromXml, fromAddress];
}
