import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseEnvelope } from '@cucumber/messages';
import { envelopesOf } from '../envelopes.fixture.ts';
import { messages } from './messages.ts';

describe('the message stream', () => {
  it('has one message a line, readable as it was, without the secrets', () => {
    const envelopes = envelopesOf([{ name: 'JBSWY3DPEHPK3PXP is shown' }]);
    const lines = messages(envelopes, ['JBSWY3DPEHPK3PXP']).trimEnd().split('\n');
    assert.equal(lines.length, envelopes.length);
    assert.equal(lines.map(parseEnvelope).find(({ pickle }) => pickle)?.pickle?.name, '[redacted] is shown');
  });

  it('is empty for a run that said nothing', () => {
    assert.equal(messages([], []), '');
  });
});
