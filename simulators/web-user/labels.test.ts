import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ENGLISH_LABELS, type Labels } from './labels.ts';

const PAGE = new URL('../../docs/target-file.md', import.meta.url);

/** What the page says is found without a word in the target file, for each label. */
async function documentedWords(): Promise<[label: keyof Labels, words: string[]][]> {
  const [, table = ''] = (await readFile(PAGE, 'utf8')).split('| label |');
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|[^|]*\| (.+) \|$/gm)].flatMap(([, labels = '', found = '']) => {
    const groups = found.replace('; anywhere in its name', '').split('; ');
    return [...labels.matchAll(/\w+/g)].map(([label], index): [keyof Labels, string[]] => {
      return [label as keyof Labels, (groups[index] ?? '').split(', ')];
    });
  });
}

test('what the page on target files says is found without a label is found', async () => {
  const documented = await documentedWords();
  assert.ok(documented.length > 15, `only ${documented.length} labels are told of`);
  for (const [label, words] of documented) {
    const known = ENGLISH_LABELS[label];
    const isFound = (word: string) => (known instanceof RegExp ? known.test(word) : [known].flat().includes(word));
    assert.deepEqual(
      words.filter((word) => !isFound(word)),
      [],
      label,
    );
  }
});

test('the name of a user is none of a device', () => {
  const { deviceName, username } = ENGLISH_LABELS;
  for (const name of ['User name', 'User-name', 'Your user name', 'Account name', 'Login name']) {
    assert.equal(deviceName.test(name), false, name);
    assert.equal(username.test(name), true, name);
  }
  for (const name of ['Name', 'Device name', 'Name of the device', 'Name your device'])
    assert.equal(deviceName.test(name), true, name);
});
