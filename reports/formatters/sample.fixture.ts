import { envelopesOf, FAILED, type ScenarioScript, SKIPPED } from '../envelopes.fixture.ts';
import { CAPABILITY_MEDIA_TYPE } from '../evidence.ts';
import { testimonyOf } from '../testimony.ts';
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

const SENTENCES = [
  { id: 'S3', text: 'Users provide two different authentication factors before accessing their account.' },
  { id: 'S10', text: 'To verify your device by scanning the provided QR code, select Scan QR.' },
  { id: 'S21', text: 'This action will prompt a Device registered pop-up <b>confirming</b> the registration.' },
];

/** One row of the catalogue a line: id, level, role, sources. Every text tries to be markup. */
const ROWS = [
  ['LOG-01', 'MUST', 'portal', 'S3'],
  ['LOG-02', 'MUST', 'portal', 'S3 RFC-6238'],
  ['POP-01', 'MUST', 'app', 'S10'],
  ['POP-02', 'SHOULD', 'app', 'S10'],
  ['OTP-01', 'MUST', 'portal', 'RFC-6238'],
  ['OTP-02', 'SHOULD', 'portal', 'RFC-6238'],
  ['OTP-03', 'MAY', 'portal', 'RFC-4226'],
  ['FLW-01', 'MUST', 'both', 'S21'],
  ['FLW-02', 'MUST', 'both', 'S21'],
  ['FLW-03', 'MUST', 'both', 'S21 S3'],
  ['ABU-01', 'MUST', 'portal', 'ASVS-6.3.1'],
  ['ABU-02', 'SHOULD', 'portal', 'ASVS-6.3.1'],
] as const;

const TITLES: Record<string, string> = { LOG: 'Signing in', POP: 'Verify device', OTP: 'Codes', FLW: 'The flow' };

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & \'bare\'';

/** Both sides as pictures, different for each of `words`. */
function sides(words: string) {
  const drawn = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><text x="20" y="60" font-size="28">${words}</text></svg>`;
  return [
    { body: drawn(800, 600), mediaType: 'image/svg+xml', fileName: 'web' },
    { body: drawn(360, 640), mediaType: 'image/svg+xml', fileName: 'phone' },
  ];
}

const WRONG = { type: 'EvidenceFails', message: 'expected something else' };

function at(time: string) {
  return `2026-01-15T${time}.000Z`;
}

/** Scenarios that come to every status there is, with a clock that moves forth and back, and pictures on the way. */
const RICH_SCRIPTS: ScenarioScript[] = [
  {
    name: `A used code is refused ${MARKUP}`,
    tags: ['@LOG-01', '@LOG-02'],
    steps: [
      { sentence: 'Given the user has registered the phone as "work phone"' },
      { sentence: 'Then the phone shows a code', evidence: [{ at: at('12:00:00') }], attachments: sides('before') },
      {
        sentence: `Then as a check, the code signs in ${MARKUP}`,
        evidence: [
          {
            at: at('12:00:30'),
            expected: `data ${MARKUP}`,
            seen: MARKUP,
            note: `measured ${MARKUP}`,
            exchanges: [`phone GET ${MARKUP}`],
          },
        ],
      },
      {
        sentence: 'Then the app shows the user none of the account',
        status: FAILED,
        error: WRONG,
        evidence: [
          {
            holds: false,
            expected: 'account: refused, conversations: refused, and the page says <b>wrong code</b>',
            seen: `account: refused, conversations: shown, and the page says <b>welcome</b> ${MARKUP}`,
            at: at('12:01:00'),
            exchanges: ['phone POST /phone/v1/sessions 201', `phone GET /phone/v1/account?${'long'.repeat(60)} 200`],
          },
        ],
        attachments: sides('after'),
      },
    ],
  },
  { name: 'The pop-up appears', tags: ['@POP-01', '@FLW-02'], after: { attachments: sides('before') } },
  {
    name: 'The pop-up can be cancelled',
    tags: ['@POP-02'],
    steps: [{ sentence: 'Then it is gone', evidence: [{ holds: false, expected: 'no pop-up', seen: 'a pop-up' }] }],
  },
  {
    name: 'Codes of other steps are refused',
    tags: ['@OTP-01'],
    before: { status: SKIPPED, attachments: [{ body: LACK, mediaType: CAPABILITY_MEDIA_TYPE }] },
    steps: [{ sentence: 'Then it is so', status: SKIPPED }],
  },
  {
    name: 'The clock goes back',
    tags: ['@OTP-02'],
    attempts: [
      [{ sentence: 'Then it is so', error: WRONG, evidence: [{ holds: false }] }],
      [
        { sentence: 'Then it is so', evidence: [{ at: at('12:00:00') }] },
        { sentence: 'Then it is still so', evidence: [{ at: '2026-01-13T10:00:00.000Z' }] },
      ],
    ],
    steps: [{ sentence: 'Then it is so' }, { sentence: 'Then it is still so' }],
  },
  {
    name: 'Eight digits are offered',
    tags: ['@OTP-03'],
    steps: [{ sentence: 'Then it is so', evidence: [{ holds: false, expected: '8 digits', seen: '6 digits' }] }],
  },
  {
    name: 'Continue confirms',
    tags: ['@FLW-01'],
    steps: [
      {
        sentence: 'Then the app shows "Device registered"',
        evidence: [{ holds: false, expected: 'the app shows "Device registered"', seen: 'the app shows "Done"' }],
        attachments: sides('done'),
      },
    ],
  },
  {
    name: 'Nothing is registered before',
    tags: ['@FLW-03'],
    steps: [
      { sentence: 'Given a user', error: { type: 'Blocked', message: `the page offers: ${MARKUP}` } },
      { sentence: 'Then it is so', status: SKIPPED },
    ],
  },
];

/** A verdict with every status, every list and every kind of picture, and the pictures that it speaks of. */
export function richSample() {
  const testimony = testimonyOf(envelopesOf(RICH_SCRIPTS));
  const ids = ROWS.map(([id]) => id);
  const verdict = verdictOf([], {
    testimony,
    sentences: SENTENCES,
    profiles: [
      { name: 'documented-flow', version: '1', description: `The document. ${MARKUP}`, requirements: ids.slice(0, 10) },
      { name: 'hardened', version: '2', description: 'What good practice asks for.', requirements: ids.slice(4) },
    ],
    target: {
      name: 'https://portal.example',
      drive: 'browser',
      declarations: { enforcementEpochMs: 1_709_596_800_000, throttleReleaseSeconds: 900, emailsCodes: false },
    },
    requirements: ROWS.map(([id, level, role, sources]) => ({
      id,
      level,
      role,
      sources: sources.split(' '),
      chapter: TITLES[id.slice(0, 3)] ?? 'Abuse',
      statement: `What ${id} asks for holds <em>always</em>.`,
      why: 'Whoever watches a code being typed could use it again & again.',
      ...(id === 'LOG-01' ? { reading: 'A code that registered is used up as well.' } : {}),
    })),
    run: {
      ...RUN,
      seed: 7,
      problems: [`the pages could not be read: ${MARKUP}`],
      flags: ['--portal-url', 'https://portal.example'],
      declaredAbsent: [{ id: 'ABU-01', reason: 'no lockout' }],
      knownFailures: [
        { id: 'FLW-01', reason: 'the pop-up says "Done" until May' },
        { id: 'POP-01', reason: 'it came too late' },
      ],
    },
  });
  return { verdict, pictures: testimony.pictures };
}
