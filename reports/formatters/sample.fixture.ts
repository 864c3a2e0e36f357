import { FAILED, SKIPPED } from '../envelopes.fixture.ts';
import { CAPABILITY_MEDIA_TYPE } from '../evidence.ts';
import { LOG_01, RUN, verdictOf } from '../verdict.fixture.ts';

const LACK = JSON.stringify({ capability: 'clock control', provide: 'say "clock: http" in the target file' });
const PICTURE = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', mediaType: 'image/svg+xml', fileName: 'web' };

/** A verdict with one of everything that a reader may come upon: LOG-01 fails, and its words try to be markup. */
export function sampleVerdict() {
  const rows = ['POP-01', 'OTP-01', 'OTP-02', 'ABU-01'].map((id) => ({ ...LOG_01, id, chapter: id.slice(0, 3) }));
  return verdictOf(
    [
      {
        name: 'A phone without a device reads nothing',
        steps: [
          {
            sentence: 'Then every protected address refuses',
            status: FAILED,
            evidence: [{ holds: false, expected: 'a refusal', seen: '<script>alert(1)</script> & two conversations' }],
            error: { type: 'EvidenceFails', message: 'expected a refusal' },
            attachments: [PICTURE],
          },
        ],
      },
      { name: 'The pop-up appears', tags: ['@POP-01'] },
      {
        tags: ['@OTP-01'],
        before: { status: SKIPPED, attachments: [{ body: LACK, mediaType: CAPABILITY_MEDIA_TYPE }] },
        steps: [{ sentence: 'Then it is so', status: SKIPPED }],
      },
      {
        tags: ['@OTP-02'],
        steps: [{ sentence: 'Then it is so', evidence: [{ holds: false, seen: 'something else' }] }],
      },
    ],
    {
      requirements: [LOG_01, ...rows.map((row) => (row.id === 'OTP-02' ? { ...row, level: 'SHOULD' as const } : row))],
      run: { ...RUN, declaredAbsent: [{ id: 'ABU-01', reason: 'no lockout' }] },
    },
  );
}
