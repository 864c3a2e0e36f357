import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { examineTarget } from '../doctor/consult.ts';
import type { Finding } from '../doctor/examine.ts';
import { projectFolder, type Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import type { InitFlags } from './flags.ts';
import { askForRest } from './questions.ts';

/**
 * Writes a target file with what is known, and what a look at the implementation came to.
 * @returns the exit code of that look
 * @throws {UsageError} when there is no address, or the file is there already
 */
export async function writeTarget(path: string, flags: InitFlags, surroundings: Surroundings): Promise<number> {
  const known = await askForRest(flags, surroundings);
  if (known.portalUrl === undefined)
    throw new UsageError('wanted --portal-url: there is nothing to describe without it');
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const findings: Finding[] = [];
  const exitCode = await examineTarget(given, { surroundings, onFinding: (finding) => findings.push(finding) });
  await write(path, { text: textOf(path, known, findings), force: flags.force ?? false });
  surroundings.stdout.write(`wrote ${path}\nnext: paircheck doctor ${path}, then paircheck run ${path}\n`);
  return exitCode;
}

async function write(path: string, { text, force }: { text: string; force: boolean }): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EEXIST' ? 'there is one already: choose another name, or give --force' : cause.code;
    throw new UsageError(`wanted to write ${path}: ${why}`, { cause });
  });
}

function textOf(path: string, known: InitFlags, findings: readonly Finding[]): string {
  const schema = relative(resolve(path, '..'), fileURLToPath(new URL('targets/target.schema.json', projectFolder)));
  return `# yaml-language-server: $schema=${schema}
# What is under test, how it is reached, and what it says of itself. docs/target-file.md explains every field.

${field('name', known.name ?? new URL(known.portalUrl ?? '').host)}                     # what the reports call it
${field('portalUrl', known.portalUrl)}
${optional('appUrl', known.appUrl, 'http://127.0.0.1:9000/phone  # where its phone app is, if that is a page')}
${optional('controlUrl', known.controlUrl, 'http://127.0.0.1:9001      # test controls: clock and fresh accounts')}
${accounts(known.username)}
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
# labels:
#   path: [User profile, Access controls, Mobile authentication, Register new device]
#   next: Next

# What it is known to get wrong, and what it does not have, each with a reason.
# knownFailures: [{ id: OTP-13, reason: used codes are remembered from version 2.4 on }]
# absent: [{ id: AFT-03, reason: one device for each user }]

# What a first look came to:
${findings.map(noteOf).join('\n')}
`;
}

function field(name: string, value: string | undefined): string {
  return stringify({ [name]: value }).trimEnd();
}

function optional(name: string, value: string | undefined, example: string): string {
  return value === undefined ? `# ${name}: ${example}` : field(name, value);
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
