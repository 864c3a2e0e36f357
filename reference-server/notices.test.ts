import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceMessage } from './notices.ts';

const textOf = (deviceName: string) => deviceMessage({ event: 'device-registered', detail: { deviceName } }, 0)?.text;

test('a name stands in the message to the letter, on a line of its own', () => {
  for (const name of [`<b>Ana's</b> & "phone"`, '{{1}} <%= 1 %> $(1) %s', '=1+1', '\u202egnp.exe', 'Ä\u0308 ☎️']) {
    assert.ok(textOf(name)?.split('\n').includes(`    ${name}`), name);
  }
});

test('no name begins a line of its own words', () => {
  for (const [breaking, shown] of [
    ['\u0085', '\\u0085'],
    ['\u2028', '\\u2028'],
    ['\u2029', '\\u2029'],
  ] as const) {
    const text = textOf(`Phone${breaking}All is well`) ?? '';
    assert.ok(text.includes(`    Phone${shown}All is well\n`));
    assert.ok(!text.includes(breaking));
  }
});

test('added and removed are told apart, with the time, and nothing else makes a message', () => {
  const added = deviceMessage({ event: 'device-registered', detail: { deviceName: 'Phone' } }, 0);
  const removed = deviceMessage({ event: 'device-removed', detail: { deviceName: 'Phone' } }, 0);
  assert.match(added?.text ?? '', /^A device was added to your account at 1970-01-01T00:00:00\.000Z\./);
  assert.match(removed?.text ?? '', /^A device was removed from your account at 1970/);
  for (const event of ['code-refused', 'codes-locked'] as const) assert.equal(deviceMessage({ event }, 0), undefined);
});
