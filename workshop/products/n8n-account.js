// An account of n8n for a trial by its screens: the owner, who is made with the first of them, invites a member.
import { randomUUID } from 'node:crypto';

const PORTAL = 'http://127.0.0.1:4030';
const OWNER = { email: 'owner@example.com', password: 'Pw-for-trials-9' };
const [username = `${randomUUID()}@example.com`] = process.argv.slice(2);
const password = `Pw-${randomUUID()}`;
let cookie = '';

await ask('/rest/owner/setup', { ...OWNER, firstName: 'An', lastName: 'Owner' });
const signedIn = await ask('/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
cookie = signedIn.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ');
const invited = await ask('/rest/invitations', [{ email: username, role: 'global:member' }]);
const token = /token=([^"]+)/.exec(await invited.text())?.[1];
const accepted = await ask('/rest/invitations/accept', { token, firstName: 'A', lastName: 'Member', password });
if (!accepted.ok) throw new Error(`wanted an account, n8n answers with status ${accepted.status}`);
console.log(JSON.stringify({ username, password }));

function ask(path, body) {
  const headers = { 'content-type': 'application/json', 'browser-id': 'paircheck', cookie };
  return fetch(PORTAL + path, { method: 'POST', headers, body: JSON.stringify(body) });
}
