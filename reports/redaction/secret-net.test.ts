import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { REDACTED, redact } from '../redaction.ts';
import { SecretNet } from './secret-net.ts';
import { anyWriting } from './writings.ts';

/** Numbers that look random and are the same in every run; each below `limit`. */
function numbersFrom(seed: string): (limit: number) => number {
  let count = 0;
  return (limit) => {
    const bytes = createHash('sha256').update(`${seed} ${count}`).digest();
    count += 1;
    return bytes.readUInt32BE() % limit;
  };
}

function texts(next: (limit: number) => number, { signs, length }: { signs: string; length: number }): string {
  const all = [...signs];
  return Array.from({ length }, () => all[next(all.length)]).join('');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** What texts are full of where secrets are escaped. */
const FILLING = 'abz7 +-%\\&;#x0123456789"<>\nä';

/** As pages, addresses, JSON and markup write a secret. */
const WRITINGS: ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => secret.toLowerCase(),
  (secret) => secret.match(/.{1,4}/gsu)?.join(' ') ?? secret,
  (secret) => encodeURIComponent(secret),
  (secret) => [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => secret.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
];

/** One pattern of all secrets, tried on the whole text: what the net does without any net. */
function naively(text: string, secrets: string[]): string {
  const longestFirst = secrets.toSorted((one, other) => other.length - one.length);
  return text.replace(new RegExp(longestFirst.map(anyWriting).join('|'), 'gi'), REDACTED);
}

function manySecrets(next: (limit: number) => number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (index % 3 === 0) return texts(next, { signs: BASE32, length: 16 });
    if (index % 3 === 1) return String(next(1_000_000)).padStart(6, '0');
    return texts(next, { signs: `${BASE32.toLowerCase()}"&<>'/ -ä%`, length: 12 });
  });
}

describe('the net for secrets', () => {
  it('takes out of random texts what a search for each secret by itself takes out', () => {
    const next = numbersFrom('texts');
    const secrets = manySecrets(next, 60);
    let found = 0;
    for (let index = 0; index < 400; index += 1) {
      const parts = Array.from({ length: 4 }, () => {
        const write = WRITINGS[next(WRITINGS.length)];
        const secret = secrets[next(secrets.length)] ?? '';
        return `${texts(next, { signs: FILLING, length: next(12) })}${next(3) > 0 ? write?.(secret) : secret.slice(1)}`;
      });
      const text = parts.join('|');
      const expected = naively(text, secrets);
      if (expected !== text) found += 1;
      assert.equal(redact({ text }, secrets).text, expected, `text ${index}: ${JSON.stringify(text)}`);
    }
    assert.ok(found > 300, `a secret was in ${found} of 400 texts`);
  });

  it('finds one of thousands of secrets, each in every writing', () => {
    const next = numbersFrom('thousands');
    const secrets = manySecrets(next, 6000);
    const net = SecretNet.of(secrets);
    for (const secret of secrets.filter((_, index) => index % 40 === 0)) {
      for (const write of WRITINGS) {
        const found = net?.secretsIn(`before ${write(secret)} after`) ?? [];
        assert.ok(found.includes(secret), `${write(secret)} for ${secret}`);
      }
    }
  });

  it('hands on few of thousands for a closer look, and none where none is', () => {
    const next = numbersFrom('few');
    const secrets = manySecrets(next, 6000).filter((secret) => !/^\d+$/.test(secret));
    const net = SecretNet.of(secrets);
    const page = 'The QR code can be read on narrow and wide, coarse and fine, light and dark screens. '.repeat(200);
    assert.deepEqual(net?.secretsIn(page), []);
    assert.deepEqual(net?.secretsIn(`${page}${secrets[3210]}`), [secrets[3210]]);
  });

  it('finds two secrets that begin alike', () => {
    const net = SecretNet.of(['ABCDEFGH', 'ABCDXYZ2']);
    assert.deepEqual(net?.secretsIn('abcd-xyz2 and abcd efgh').sort(), ['ABCDEFGH', 'ABCDXYZ2']);
    assert.deepEqual(net?.secretsIn('abcdefg'), []);
  });

  it('is none where there is nothing to look for', () => {
    assert.equal(SecretNet.of([]), undefined);
    assert.equal(SecretNet.of(['abc', '']), undefined);
  });

  it('has a closer look at every text for a secret that is little more than spaces and dashes', () => {
    const net = SecretNet.of(['a - b']);
    assert.deepEqual([net?.secretsIn('nothing'), net?.secretsIn('')], [['a - b'], ['a - b']]);
  });
});
