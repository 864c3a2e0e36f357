import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { CALL_NAMES, type CallName, ERRORS } from './calls.ts';
import { adapterSchema, faultIn } from './checks.ts';
import { withCalls } from './guide.ts';

const GUIDE = new URL('../../docs/adapters.md', import.meta.url);
const SCHEMA = new URL('adapter.schema.json', import.meta.url);

// PAIRCHECK_WRITE=1 node --test targets/adapter/guide.test.ts && biome format --write targets/adapter/adapter.schema.json
if (process.env.PAIRCHECK_WRITE) {
  await writeFile(GUIDE, withCalls(await readFile(GUIDE, 'utf8')));
  await writeFile(SCHEMA, JSON.stringify(adapterSchema()));
}

test('the guide tells of every call as the table has it', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  assert.equal(guide, withCalls(guide), 'write it anew as the head of this file says');
  for (const name of CALL_NAMES) assert.ok(guide.includes(`### \`${name}\``), name);
  for (const { code } of Object.values(ERRORS)) assert.ok(guide.includes(`\`${code}\``), String(code));
});

test('the schema for adapters is the one that answers are held to', async () => {
  assert.deepEqual(JSON.parse(await readFile(SCHEMA, 'utf8')), adapterSchema());
});

/** What fits, and what differs from it in one thing only. */
const SCREEN = {
  title: 'Verify device',
  actions: ['Cancel'],
  isScanning: false,
  brackets: false,
  isProtected: false,
  accounts: [],
};
const cases: [said: object, name: CallName, fault: string | undefined][] = [
  [SCREEN, 'phone.screen', undefined],
  [{ ...SCREEN, message: 'hello' }, 'phone.screen', undefined],
  [{ ...SCREEN, brackets: 'yes' }, 'phone.screen', 'brackets must be boolean, it is a text'],
  [{ ...SCREEN, actions: ['Cancel', null] }, 'phone.screen', 'actions.1 must be string, it is null'],
  [{ ...SCREEN, isprotected: true }, 'phone.screen', 'the answer has "isprotected", wanted only: '],
  [{}, 'phone.code', 'the answer has no "code"'],
  [{}, 'phone.tap', undefined],
  [{ ok: true }, 'phone.tap', 'the answer must NOT have more than 0 properties'],
  [
    { root: { role: 'dialog', name: 'x', children: [{ role: 'button' }] } },
    'phone.accessibilityTree',
    'root.children.0 has no "name"',
  ],
  [{ events: ['camera stolen'] }, 'phone.cameraEvents', 'events.0 is none of: permission asked'],
];

for (const [said, name, fault] of cases) {
  test(`${name}: ${JSON.stringify(said).slice(0, 90)} ${fault === undefined ? 'fits' : 'does not'}`, () => {
    const told = faultIn(name, 'result', said);
    if (fault === undefined) assert.equal(told, undefined);
    else assert.ok(told?.startsWith(fault), told);
  });
}

test('an act may answer null', () => {
  assert.equal(faultIn('phone.tap', 'result', null), undefined);
  assert.notEqual(faultIn('phone.screen', 'result', null), undefined);
});
