import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recorder } from './recorder.ts';

const EXCHANGE = { from: 'web', method: 'GET', address: 'http://127.0.0.1:1/a?secret=x#here', status: 200 };
const answer = (text: string) => ({ headers: new Headers(), body: Buffer.from(text) });

test('an exchange is kept by who, method, path and status, and taken once', () => {
  const recorder = new Recorder();
  recorder.record(EXCHANGE);
  recorder.record({ ...EXCHANGE, from: 'phone', method: 'POST', address: 'http://127.0.0.1:1/', status: 409 });
  assert.deepEqual(recorder.take(), ['web GET /a 200', 'phone POST / 409']);
  assert.deepEqual(recorder.take(), []);
});

test('answers are kept whole from the moment on at which somebody listens, and for all who listen', () => {
  const recorder = new Recorder();
  recorder.hear(EXCHANGE, answer('before'));
  const first = recorder.listen();
  assert.deepEqual(first, []);
  recorder.hear(EXCHANGE, answer('one'));
  const second = recorder.listen();
  recorder.hear(EXCHANGE, answer('two'));
  for (const all of [first, second]) {
    assert.deepEqual(
      all.map(({ body }) => Buffer.from(body).toString()),
      ['one', 'two'],
    );
  }
});

test('an answer without its body is told from an empty one, and a part of a page from the page', () => {
  const recorder = new Recorder();
  assert.equal(recorder.isListening, false);
  const all = recorder.listen();
  assert.equal(recorder.isListening, true);
  const headers = new Headers();
  recorder.hear(EXCHANGE, { headers });
  recorder.hear(EXCHANGE, { headers, body: new Uint8Array(), isPart: true });
  assert.deepEqual(
    all.map(({ isWhole, isPart, body }) => [isWhole, isPart, body.length]),
    [
      [false, false, 0],
      [true, true, 0],
    ],
  );
});

test('a body that comes late makes its answer whole, and one that never comes leaves it as it is', async () => {
  const recorder = new Recorder();
  const all = recorder.listen();
  const headers = new Headers();
  const lost = Promise.reject(new Error('the page was left'));
  recorder.hear(EXCHANGE, { headers, late: Promise.resolve(Buffer.from('late')) });
  recorder.hear(EXCHANGE, { headers, late: lost });
  await lost.catch(() => {});
  assert.deepEqual(
    all.map(({ isWhole, body }) => [isWhole, Buffer.from(body).toString()]),
    [
      [true, 'late'],
      [false, ''],
    ],
  );
});

test('what is heard is not evidence, and taking the evidence does not end the listening', () => {
  const recorder = new Recorder();
  const all = recorder.listen();
  recorder.hear(EXCHANGE, answer('one'));
  assert.deepEqual(recorder.take(), []);
  recorder.hear(EXCHANGE, answer('two'));
  assert.equal(all.length, 2);
});
