import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Finding } from '../doctor/examine.ts';
import { projectFolder } from '../surroundings.ts';
import type { Way } from './find-way.ts';
import type { InitFlags } from './flags.ts';

/** Where an implementation answers and who plays its phone, each with an example for those that are not known. */
const ADDRESSES = {
  appUrl: 'http://127.0.0.1:9000/phone  # where its phone app is, if that is a page',
  app: 'authenticator  # for a portal without an app of its own, whose codes any authenticator shows',
  webdriverUrl: 'http://127.0.0.1:4723  # what drives the device with its app, if that is none',
  phoneApiUrl: 'http://127.0.0.1:9000  # where it answers our app, by protocol/openapi.json',
  conversationUrl: 'http://127.0.0.1:9000/phone/inbox/1  # a link into its app',
  controlUrl: 'http://127.0.0.1:9001  # test controls: clock and fresh accounts',
} as const;

/** What is known, and what a look came to. */
interface Contents {
  known: InitFlags;
  findings: readonly Finding[];
  way?: Way | undefined;
}

/** A target file with all that, to be written at `path`. */
export function targetText(path: string, { known: said, findings, way }: Contents): string {
  const hasOwnPages = way !== undefined && !way.asksForName;
  const known: InitFlags = { ...said, ...(hasOwnPages && { app: 'authenticator' as const }) };
  const schema = relative(resolve(path, '..'), fileURLToPath(new URL('targets/target.schema.json', projectFolder)));
  return `# yaml-language-server: $schema=${schema}
# What is under test, how it is reached, and what it says of itself. docs/target-file.md explains every field.

${field('name', known.name ?? new URL(known.portalUrl ?? '').host)}                     # what the reports call it
${field('portalUrl', known.portalUrl)}
${(Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[]).map((name) => optional(name, known[name])).join('\n')}
${accounts(known.username)}
# accounts:                 # in place of that, a program that prints a fresh one each time, as its last line:
#   command: [node, make-account.js]  # {"username": "ada", "password": "..."}; a name that is wanted is its last argument
# How it is started, so that its clock can be moved without a change to it: dates, windows and expiry are shown then.
# What runs already has to be ended first.
# start:
#   command: [python3, server.py]
#   ready: { port: 9000 }
# clock: faketime             # apt-get install faketime

# What it says of itself where the document is silent; the tests expect just what is declared, and less where nothing is.
# declares:
#   throttleMax: 10           # wrong codes in a row after which even the right one is refused
#   throttleReleaseMinutes: 15
#   pendingMinutes: 15        # how long an unfinished registration lives
#   windowPast: 1             # how many time steps ago an accepted code may be from
#   windowFuture: 1
#   nameMax: 64               # how many characters a device name may have
#   devicesRemovable: true
#   listsFrom: Submit         # or Continue: the act from which on a device is listed on the web

# Its words, where they are not those of the document, such as another language.
${labels(way)}

# For any other site with a second factor: describe its requests, which need no browser, or the steps on its own screens.
# docs/target-file.md has whole examples, targets/products more.
# web:
#   requests:
#     signIn: { send: POST /api/login, json: { user: "{{username}}", password: "{{password}}" }, needsCode: { status: 401 } }
#     signInWithCode: { send: POST /api/login, json: { user: "{{username}}", password: "{{password}}", otp: "{{code}}" } }
#     startRegistration: { send: POST /api/otp, take: { uri: { json: /otpauth } } }
#     confirm: { send: POST /api/otp/confirm, json: { code: "{{code}}" } }
#     protected: { send: GET /api/me }
${screens(hasOwnPages ? way : undefined)}

# What it is known to get wrong, and what it does not have, each with a reason.
# knownFailures: [{ id: OTP-13, reason: used codes are remembered from version 2.4 on }]
# absent: [{ id: AFT-03, reason: one device for each user }]

# What a first look came to; paircheck doctor looks again:
${findings.map(noteOf).join('\n')}
`;
}

function field(name: string, value: string | undefined): string {
  return stringify({ [name]: value }).trimEnd();
}

function optional(name: keyof typeof ADDRESSES, value: string | undefined): string {
  return value === undefined ? `# ${name}: ${ADDRESSES[name]}` : field(name, value);
}

function labels(way: Way | undefined): string {
  if (!way)
    return '# labels:\n#   path: [User profile, Access controls, Mobile authentication, Register new device]\n#   next: Next';
  const { path, submit } = way;
  return stringify({ labels: { path, ...(submit !== undefined && { submit }) } }).trimEnd();
}

/** Where nothing on the page seems to send a code, it is sent as it is typed. */
function screens(way: Way | undefined): string {
  if (!way) return '# web:\n#   screens: { submitsItself: false }  # with labels.path: what leads to its QR code';
  return `web:\n  screens: { submitsItself: ${way.submit === undefined} }`;
}

function accounts(username: string | undefined): string {
  const given = username ?? 'ada';
  const lines = [
    'accounts:                   # more accounts show more: scenarios fill them with devices, and may lock them',
    `  - { username: ${JSON.stringify(given)}, password: "\${PAIRCHECK_PASSWORD}" }`,
  ];
  return username === undefined ? lines.map((line) => `# ${line}`).join('\n') : lines.join('\n');
}

function noteOf({ what, outcome, said, otherwise }: Finding): string {
  const seen = said === undefined ? '' : `: ${said.replaceAll('\n', ' ')}`;
  return `#   ${outcome}: ${what}${seen}${otherwise === undefined ? '' : ` (look at ${otherwise})`}`;
}
