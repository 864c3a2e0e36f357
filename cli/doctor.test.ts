import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { paircheck, reportFolder } from './paircheck.fixture.ts';
import { startTestReference } from './reference.fixture.ts';

const ADA = { username: 'ada', password: 'a-password-to-try' };

type Closing = Parameters<typeof startTestReference>[0];

/** What the doctor says of a reference, with further lines in its target file. */
async function consult(closing: Closing, ...lines: string[]) {
  const addresses = await startTestReference(closing, { accounts: [ADA] });
  const file = join(await reportFolder(), 'target.yaml');
  await writeFile(file, ['name: a portal', ...addresses, ...lines, ''].join('\n'));
  return paircheck('doctor', file, '--drive', 'api');
}

test('a target that can be judged has everything there, and no code is ever submitted', async (context) => {
  const { exitCode, stdout } = await consult(context, `accounts: [${JSON.stringify(ADA)}]`);
  assert.equal(exitCode, 0);
  assert.equal(stdout.match(/^✔/gm)?.length, 10);
  assert.doesNotMatch(stdout, /✘|–/);
});

test('a label that is not there is told with the one that is probably meant, and where to mend it', async (context) => {
  const path = '[User profile, Access control, Mobile authentication, Register new device]';
  const { exitCode, stdout } = await consult(context, 'labels:', `  path: ${path}`);
  assert.equal(exitCode, 2);
  assert.match(stdout, /✘ the steps lead to the registration form: .*did you mean "Access controls"\?/);
  assert.match(stdout, /look at labels\.path in the target file; else NAV-01 fails/);
  assert.match(stdout, /– the app asks to verify the device/);
});

const REGISTER = '/user-profile/access-controls/mobile-authentication/register';
const REQUESTS = `accounts: [${JSON.stringify(ADA)}]
app: authenticator
web:
  requests:
    signIn:
      before: [{ send: GET /sign-in, take: { token: { html: form-token } } }]
      send: POST /sign-in
      form: { username: "{{username}}", password: "{{password}}", form-token: "{{token}}", return-to: "" }
      follow: true
      success: { text: Sign out }
      needsCode: { text: name="code" }
      refused: { text: Wrong username }
    startRegistration:
      before: [{ send: GET ${REGISTER}, take: { token: { html: form-token } } }]
      send: POST ${REGISTER}
      form: { device-name: "{{deviceName}}", form-token: "{{token}}" }
      follow: true
      take:
        picture: { regex: 'src="(data:image/png;base64,[^"]+)"' }
        token: { html: form-token }
        at: { regex: 'method="post" action="${REGISTER}/([^"]+)"' }
    confirm:
      send: POST ${REGISTER}/{{at}}
      form: { code: "{{code}}", form-token: "{{token}}" }
      follow: true
      refused: { text: Not able to scan }`;

test('a portal that is described in requests is looked at by them, and not for pages and an app', async (context) => {
  const { exitCode, stdout } = await consult(context, REQUESTS);
  assert.equal(exitCode, 0, stdout);
  assert.match(
    stdout,
    /✔ a registration begins\n✔ after Next there is a QR code: a key URI\n✔ the page asks for the code/,
  );
  assert.doesNotMatch(stdout, /steps|the app/);
  assert.match(stdout, /✔ a wrong password is refused\n✔ a wrong code is refused/);
  assert.match(stdout, /^! there are accounts for a run: 1, each .*\n {4}look at accounts: command/m);
  assert.match(stdout, /^ {2}a run: \d+ scenarios of otp-core, about \d+ min$/m);
  const wrong = await consult(context, REQUESTS.replace('png;base64', 'gif;base64'));
  assert.equal(wrong.exitCode, 2);
  assert.match(wrong.stdout, /✘ after Next there is a QR code: /);
});

test('an answer to a wrong code that is taken for that to a right one is told before a run', async (context) => {
  const { exitCode, stdout } = await consult(
    context,
    REQUESTS.replace('refused: { text: Not able', 'success: { text: Not able'),
  );
  assert.equal(exitCode, 2, stdout);
  assert.match(
    stdout,
    /✘ a wrong code is refused: no code is asked for after it, at .*; say under success: and refused:/,
  );
  assert.match(stdout, /look at labels\.submit, or success and refused of requests\.confirm/);
  assert.doesNotMatch(stdout, /a run: /);
});

test('a password that is none is told, and is not repeated', async (context) => {
  const { exitCode, stdout, stderr } = await consult(context, 'accounts: [{ username: ada, password: mistyped-word }]');
  assert.equal(exitCode, 2);
  assert.match(stdout, /✘ an account signs in on the web: .*it still asks for a password\n.*look at accounts/);
  assert.doesNotMatch(stdout + stderr, /mistyped-word/);
});

test('where nobody answers the address is told, with another exit code than for a mistake in the file', async () => {
  const { exitCode, stdout } = await paircheck('doctor', '--portal-url', 'http://127.0.0.1:9', '--drive', 'api');
  assert.equal(exitCode, 4);
  assert.match(stdout, /✘ the portal answers: .*127\.0\.0\.1:9.*\n.*is it running\?/);
});
