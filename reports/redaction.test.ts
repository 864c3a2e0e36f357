import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { EVIDENCE_MEDIA_TYPE } from './evidence.ts';
import { REDACTED, redact, redactEnvelopes } from './redaction.ts';

const KEY = 'JBSWY3DPEHPK3PXP';
const PASSWORD = 'p"ä ß&/1';
const SECRETS = [KEY, '123456', PASSWORD, 'abc'];

function attached(body: string, mediaType: string, contentEncoding: AttachmentContentEncoding): Envelope {
  return { attachment: { body, mediaType, contentEncoding } };
}

function redactEnvelope(envelope: Envelope, secrets: string[]): Envelope | undefined {
  return redactEnvelopes([envelope], secrets)[0];
}

describe('redaction', () => {
  it('replaces a secret in any text, however deep', () => {
    const value = { told: [`the key is ${KEY}.`, { code: '123456' }], amount: 123456, none: null };
    assert.deepEqual(redact(value, SECRETS), {
      told: [`the key is ${REDACTED}.`, { code: REDACTED }],
      amount: 123456,
      none: null,
    });
  });

  it('finds keys and codes in groups, in lower case and percent-encoded', () => {
    const writings = [
      'JBSW Y3DP EHPK 3PXP',
      'JBSW-Y3DP-EHPK-3PXP',
      'jbswy3dpehpk3pxp',
      'JBSW%20Y3DP%20EHPK%203PXP',
      '123 456',
      '%31%32%33456',
    ];
    for (const writing of [...writings, encodeURIComponent(PASSWORD)]) assert.equal(redact(writing, SECRETS), REDACTED);
  });

  it('finds a secret within JSON text', () => {
    assert.equal(redact(JSON.stringify({ password: PASSWORD }), SECRETS), `{"password":"${REDACTED}"}`);
  });

  it('finds a secret in markup, however its characters are escaped there', () => {
    const secret = `<a&b>"c"'d`;
    const writings = ['&lt;a&amp;b&gt;&quot;c&quot;&#39;d', '&#60;a&#38;b&#62;&#34;c&#34;&apos;d', `<a&b>"c"&#x27;d`];
    for (const writing of writings)
      assert.equal(redact(`<text>${writing}</text>`, [secret]), `<text>${REDACTED}</text>`);
  });

  it('finds a secret of which little is left when its dashes and spaces are not counted', () => {
    assert.equal(redact('it is a-b - c', ['a-b - c']), `it is ${REDACTED}`);
  });

  it('leaves a date alone that has the digits of a code', () => {
    assert.equal(redact('on 2024-03-05 at 12:30', ['202403', '240305']), 'on 2024-03-05 at 12:30');
  });

  it('takes a secret whole even when another one begins it', () => {
    assert.equal(redact('secret-and-more', ['secret', 'secret-and-more']), REDACTED);
  });

  it('leaves longer numbers and secrets too short to protect alone', () => {
    assert.equal(redact('1234567 abc', SECRETS), '1234567 abc');
  });

  it('takes the query from addresses and key URIs and leaves questions be', () => {
    assert.equal(redact('web GET http://127.0.0.1:1/a?token=x#top 200', []), 'web GET http://127.0.0.1:1/a#top 200');
    assert.equal(redact('web POST /registrations?csrf=1&b=2 303', []), 'web POST /registrations 303');
    assert.equal(redact('otpauth://totp/a:b?secret=AAAA&issuer=a', []), 'otpauth://totp/a:b');
    assert.equal(redact('Not able to scan the QR code? n=1', []), 'Not able to scan the QR code? n=1');
  });

  it('goes into attachments of text, however they are carried, and leaves pictures alone', () => {
    const { IDENTITY, BASE64 } = AttachmentContentEncoding;
    const json = attached(`{"seen":"${KEY}"}`, EVIDENCE_MEDIA_TYPE, IDENTITY);
    const svg = attached(Buffer.from(`<text>${KEY}</text>`).toString('base64'), 'image/svg+xml', BASE64);
    const png = attached(Buffer.from(KEY).toString('base64'), 'image/png', BASE64);
    assert.equal(redactEnvelope(json, SECRETS)?.attachment?.body, `{"seen":"${REDACTED}"}`);
    const body = redactEnvelope(svg, SECRETS)?.attachment?.body ?? '';
    assert.equal(Buffer.from(body, 'base64').toString(), `<text>${REDACTED}</text>`);
    assert.deepEqual(redactEnvelope(png, SECRETS), png);
  });

  it('goes into every other message as well', () => {
    const envelope: Envelope = { parseError: { source: {}, message: `unexpected ${KEY}` } };
    assert.equal(redactEnvelope(envelope, SECRETS)?.parseError?.message, `unexpected ${REDACTED}`);
  });
});
