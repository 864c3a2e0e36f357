const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/** A key of fewer bits is no key: RFC 4226 §4 R6. */
const FEWEST_BYTES = 16;

/**
 * The bytes of a key as typed: spaces, dashes, small letters and padding do not matter, any other sign does.
 *
 * @returns {Uint8Array<ArrayBuffer> | undefined}
 */
export function keyBytes(text) {
  const letters = text.replaceAll(/[\s-]|=+$/g, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(letters)) {
    return undefined;
  }
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return bytes.length < FEWEST_BYTES ? undefined : Uint8Array.from(bytes);
}

/** The code at a time, RFC 6238 §4: six digits, the leading zeros among them. */
export async function codeAt(key, epochMs) {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(epochMs / STEP_MS)));
  const mac = new DataView(await sign(key, counter.buffer));
  const number = mac.getUint32(mac.getUint8(19) & 0x0f) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Shows the server that this phone holds the key, without telling the key or a code. */
export async function proofOf(key, phone) {
  const mac = await sign(key, new TextEncoder().encode(`phone ${phone}`));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}

export function secondsLeft(epochMs) {
  return Math.ceil((STEP_MS - (epochMs % STEP_MS)) / 1000);
}

/**
 * What a QR code says, when it is one of a registration of this user.
 *
 * @returns {{ registration: string, key: string } | { problem: string }}
 */
export function readSymbol(text, username) {
  const uri = URL.parse(text);
  if (uri?.protocol !== 'otpauth:' || uri.host.toLowerCase() !== 'totp') {
    return { problem: 'That QR code does not register a device.' };
  }
  const says = (name, usual) => (uri.searchParams.get(name) ?? usual).toUpperCase() === usual;
  const key = uri.searchParams.get('secret') ?? '';
  const registration = uri.searchParams.get('registration');
  if (!keyBytes(key) || !says('algorithm', 'SHA1') || !says('digits', '6') || !says('period', '30')) {
    return { problem: 'That QR code is damaged, or made for another app.' };
  }
  if (uri.pathname !== `/Conversations:${encodeURIComponent(username)}` || !registration) {
    return { problem: 'That QR code is for another user or another service.' };
  }
  return { registration, key };
}

async function sign(key, message) {
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const imported = await crypto.subtle.importKey('raw', keyBytes(key), algorithm, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, message);
}
