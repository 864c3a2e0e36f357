import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import { catalogueFolder } from './surroundings.ts';
import { readTargetFile } from './target-file.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const folder = await temporaryFolder();
const env = { EMPTY: '' };

/** Two lines, so that what is wrong stands in the third where nothing else is said. */
const NAMED = 'name: Example portal\nportalUrl: http://127.0.0.1:9000';
const UNREAL = 'name: Example portal\nportalUrl: ';

function requests({ signIn = 'POST /a', uri = 'json: /u', confirm = 'json: { c: "{{code}}" }' }): string {
  return `${NAMED}
web:
  requests:
    signIn: { send: ${signIn} }
    startRegistration: { send: POST /b, take: { uri: { ${uri} } } }
    confirm: { send: POST /c, ${confirm} }`;
}

/** What is wrong, the text, and what is said behind the name of the file: line, field, what was wanted and got, the fix. */
const REFUSED: readonly [what: string, text: string, says: RegExp][] = [
  ['an unknown field', `${NAMED}\nlabel: {}`, /^:3: label: wanted one of the fields name, .*did you mean "labels"\?/],
  ['a list for a name', 'name: [a]', /^:1: name: wanted what people call it.*got \["a"\]/],
  ['a text for labels', `${NAMED}\nlabels: Weiter`, /^:3: labels: wanted the words of its pages.*got "Weiter"/],
  ['a list in place of fields', '- name', /^:1: wanted a target file: what is under test.*got \["name"\]/],
  ['nothing at all', '', /^:1: wanted a target file.*got null/],
  ['a list that is not closed', `${NAMED}\nlabels: { path: [a`, /^:\d: wanted YAML, got Flow sequence/],
  [
    'a step called after whoever has signed in, on the pages of the document',
    `${NAMED}\nlabels: { path: [Menu, 'Hello {{username}}'] }`,
    /^:3: labels\.path\[1\]: wanted \{\{username\}\} beside web: screens.*web: screens:/,
  ],
  ['tabs', `${NAMED}\nlabels:\n\tnext: a`, /^:4: wanted YAML, got Tabs are not allowed/],
  ['two documents', `${NAMED}\n---\n${NAMED}`, /^:3: wanted YAML, got a second document; take off the line ---/],
  [
    'a word after a star',
    `${NAMED}\naccounts: [{ username: ada, password: *hunter22 }]`,
    /^:3: .*an alias.*put quotes/,
  ],
  [
    'an alias within itself',
    `${NAMED}\nlabels: &l\n  path: *l`,
    /^:4: wanted YAML, got an alias \(\*\) within its own/,
  ],
  ['aliases without end', `${NAMED}\nabsent: &a []\nlabels: [${'*a, '.repeat(101)}]`, /^:4: .*more than 100 aliases/],
  ['a variable that is not set', `${NAMED}\ncontrolUrl: \${NONE}`, /^:3: controlUrl: .*variable NONE.*export NONE=/],
  ['an empty variable', `${NAMED}\ncontrolUrl: \${EMPTY}`, /^:3: controlUrl: .*variable EMPTY, got an empty one/],
  ['an address without a host', `${UNREAL}http://`, /^:2: portalUrl: wanted the address of the portal, such as/],
  ['an address without a scheme', `${UNREAL}localhost:9000`, /^:2: portalUrl: wanted the address.*"localhost:9000"/],
  ['an address of another kind', `${UNREAL}ftp://127.0.0.1`, /^:2: portalUrl: wanted the address.*"ftp:/],
  ['a port that cannot be', `${UNREAL}http://127.0.0.1:99999`, /^:2: portalUrl: wanted an address such as/],
  [
    'a password in an address',
    `${UNREAL}http://ada:hunter22@127.0.0.1`,
    /^:2: portalUrl: .*a password in it; leave them out/,
  ],
  ['no address', 'name: Example portal', /^:1: portalUrl: wanted a value, got none; add "portalUrl:", or "start:"/],
  ['no steps', `${NAMED}\nlabels: { path: [] }`, /^:3: labels\.path: wanted a list of the steps/],
  ['an empty label', `${NAMED}\nlabels: { next: "" }`, /^:3: labels\.next: wanted the text of what leads/],
  ['no accounts', `${NAMED}\naccounts: []`, /^:3: accounts: wanted a list of accounts.*got an empty list/],
  [
    'an account twice',
    `${NAMED}\naccounts:\n  - { username: ada, password: a }\n  - { username: ada, password: b }`,
    /^:5: accounts\[1\]\.username: wanted each account once, got "ada" a second time; take one/,
  ],
  [
    'an account in one text',
    `${NAMED}\naccounts: ["ada:hunter22"]`,
    /^:3: accounts\[0\]: wanted a username and a password/,
  ],
  ['no password', `${NAMED}\naccounts: [{ username: ada }]`, /^:3: accounts\[0\]\.password: wanted a value, got none/],
  [
    'a number for a password',
    `${NAMED}\naccounts: [{ username: a, password: 4711 }]`,
    /^:3: .*in quotes.*type number$/,
  ],
  ['a command in one text', `${NAMED}\naccounts: { command: make it }`, /^:3: accounts\.command: wanted a program and/],
  ['nothing to start', 'name: a\nstart: {}', /^:2: start\.command: wanted a value, got none; add "command:"/],
  ['ready by nothing', 'name: a\nstart: { command: [a], ready: {} }', /^:2: start\.ready: wanted by what it is known/],
  [
    'an expression that is none',
    'name: a\nstart: { command: [a], ready: { line: "(" } }',
    /^:2: start\.ready\.line: wanted a regular expression, got .*Unterminated group; put a backslash/,
  ],
  [
    'a folder that is none',
    'name: a\nstart: { command: [a], cwd: no }',
    /^:2: start\.cwd: wanted a folder, got .*counts from/,
  ],
  [
    'no time to start',
    'name: a\nstart: { command: [a], patienceSeconds: 0 }',
    /^:2: start\.patienceSeconds: .*more than 0/,
  ],
  ['endless patience', 'name: a\nstart: { command: [a], patienceSeconds: 1e30 }', /^:2: .*at most 3600/],
  ['patience with a unit', `${NAMED}\npatienceSeconds: 5s`, /^:3: patienceSeconds: wanted how many seconds.*got "5s"/],
  [
    'a number in an environment',
    'name: a\nstart: { command: [a], env: { KEY: 4711 } }',
    /^:2: start\.env\.KEY: .*quotes/,
  ],
  ['faketime for what runs', `${NAMED}\nclock: faketime`, /^:3: clock: wanted faketime with what is to be started/],
  ['an unknown clock', `${NAMED}\nclock: rael`, /^:3: clock: wanted one of faketime, real, .*did you mean "real"\?/],
  ['an app nowhere', `${NAMED}\napp: browser`, /^:3: app: wanted browser with the address.*add "appUrl:"/],
  [
    'no time for an adapter',
    `${NAMED}\nadapter: { command: [a], timeoutSeconds: 0 }`,
    /^:3: adapter\.timeoutSeconds: /,
  ],
  ['texts that are one', `${NAMED}\nprotectedTexts: Inbox`, /^:3: protectedTexts: wanted a list of texts.*got "Inbox"/],
  ['too many tries', `${NAMED}\ndeclares: { throttleMax: 1000 }`, /^:3: declares\.throttleMax: .*from 1 to 100/],
  ['ids alone', `${NAMED}\nabsent: [OTP-13]`, /^:3: absent\[0\]: wanted a requirement's id and a reason, got "OTP-13"/],
  [
    'an unknown value',
    requests({ signIn: '"POST /{{usr}}"' }),
    /^:5: .*got \{\{usr\}\}; known here are \{\{origin\}\}/,
  ],
  ['a request without the code', requests({ confirm: 'json: {}' }), /^:7: .*requests\.confirm: .*send \{\{code\}\}/],
  ['a pointer that is none', requests({ uri: 'json: u' }), /^:6: .*take\.uri\.json: wanted a JSON Pointer, such as/],
  ['a broken expression', requests({ uri: 'regex: "(a"' }), /^:6: .*take\.uri\.regex: wanted a regular expression/],
  ['two places', requests({ uri: 'json: /u, header: a' }), /^:6: .*take\.uri: wanted one place/],
  [
    'a request without a method',
    requests({ signIn: '/a' }),
    /^:5: .*signIn\.send: wanted a method and a path, such as/,
  ],
];

for (const [what, text, says] of REFUSED) {
  test(`a target file is refused for ${what}, with line, field and what to do`, async () => {
    const path = join(folder, `${crypto.randomUUID()}.yaml`);
    await writeFile(path, text);
    await assert.rejects(readTargetFile(path, { catalogue, env }), ({ name, message }: Error) => {
      const said = message.slice(path.length);
      assert.match(said, says);
      assert.doesNotMatch(said, /hunter22|4711/, 'what may be a password is told to nobody');
      return name === 'UsageError';
    });
  });
}

test('a target file that is none is refused with what is there instead', async () => {
  const sources = { catalogue, env };
  await assert.rejects(
    readTargetFile(folder, sources),
    /wanted a file that can be read, got a folder \(EISDIR\); name/,
  );
  const nowhere = join(folder, 'none.yaml');
  await assert.rejects(readTargetFile(nowhere, sources), /none\.yaml:1: .*no such file \(ENOENT\); check its name/);
});
