import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { envelopesOf, FAILED } from '../../reports/envelopes.fixture.ts';
import { LiveScene } from './live-scene.ts';

const DRAWING = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', mediaType: 'image/svg+xml', fileName: 'phone' };
const PHOTOGRAPH = { body: 'pixels', mediaType: 'image/png', fileName: 'web' };
const NOTE = { body: '{}', mediaType: 'application/json', fileName: 'web' };

const envelopes: Envelope[] = envelopesOf([
  {
    name: 'The first',
    steps: [
      { sentence: 'When somebody looks', evidence: [], attachments: [PHOTOGRAPH, DRAWING, NOTE] },
      { sentence: 'Then it is so', status: FAILED, error: { type: 'EvidenceFails', message: 'it is not' } },
    ],
  },
  {
    name: 'The second',
    steps: [{ sentence: 'Then it is so', status: FAILED, error: { type: 'Blocked', message: 'no' } }],
  },
]);

/** What is shown when the scenario of this name has ended. */
function shownAfter(name: string) {
  const scene = new LiveScene(2);
  for (const envelope of envelopes) {
    scene.take(envelope);
    if (envelope.testCaseFinished && scene.now().scenario === name) return scene.now();
  }
  return assert.fail(`no scenario "${name}" has ended`);
}

test('an onlooker sees the sentences with what became of them, and both sides as they were pictured last', () => {
  const { steps, pictures, isPast, ended, total } = shownAfter('The first');
  assert.deepEqual(steps, [
    { text: 'When somebody looks', status: 'passed' },
    { text: 'Then it is so', status: 'failed' },
  ]);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  assert.deepEqual(pictures, {
    web: `data:image/png;base64,${base64(PHOTOGRAPH.body)}`,
    phone: `data:image/svg+xml;base64,${base64(DRAWING.body)}`,
  });
  assert.equal(isPast, false);
  assert.deepEqual([ended, total], [1, 2]);
});

test('the pictures of a scenario stay until the next is pictured, and are said to be past', () => {
  const { pictures, isPast } = shownAfter('The second');
  assert.ok(pictures.web);
  assert.equal(isPast, true);
});

test('a scenario did not hold where evidence fails; one that led nowhere is none of those', () => {
  assert.deepEqual(shownAfter('The second').failed, ['The first']);
});

test('whoever follows the changes sees the same as whoever comes at the end', () => {
  const scene = new LiveScene(2);
  const followed = structuredClone(scene.now());
  for (const envelope of envelopes) Object.assign(followed, scene.take(envelope));
  assert.deepEqual(followed, scene.now());
});
