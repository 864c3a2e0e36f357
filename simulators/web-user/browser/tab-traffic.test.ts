import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { beforeEach, test } from 'node:test';
import type { Page as Tab } from 'puppeteer';
import { Recorder } from '../../network/recorder.ts';
import { TabTraffic } from './tab-traffic.ts';

// The events of a tab without a browser: what a real one sends is looked at in browser-page.test.ts.
let tab: EventEmitter;
let recorder: Recorder;
let traffic: TabTraffic;

beforeEach(() => {
  tab = new EventEmitter();
  recorder = new Recorder();
  traffic = new TabTraffic(tab as unknown as Tab, recorder);
});

const requestTo = (address: string) => ({ url: () => address });
const answerTo = (resourceType: string, method = 'GET') => ({
  request: () => ({ resourceType: () => resourceType, method: () => method }),
  url: () => 'http://127.0.0.1:1/page?key=x#place',
  status: () => 200,
  headers: () => ({ 'content-type': 'text/html', 'set-cookie': 'a=1\nb=2' }),
  fromCache: () => false,
  fromServiceWorker: () => false,
});

test('every address that is asked for is kept whole, but for pictures that stand in the page', () => {
  tab.emit('request', requestTo('http://127.0.0.1:1/a?b=1'));
  tab.emit('request', requestTo('data:image/png;base64,AAAA'));
  assert.deepEqual(traffic.asked, ['http://127.0.0.1:1/a?b=1']);
});

test('only what says something of the portal is evidence: pages and what scripts ask for', () => {
  for (const kind of ['document', 'stylesheet', 'image', 'font', 'script']) tab.emit('response', answerTo(kind));
  for (const kind of ['xhr', 'fetch']) tab.emit('response', answerTo(kind, 'POST'));
  assert.deepEqual(recorder.take(), ['web GET /page 200', 'web POST /page 200', 'web POST /page 200']);
});

test('answers are heard by those who listen, with every cookie, and without a place in the page', () => {
  tab.emit('response', answerTo('document'));
  const heard = recorder.listen();
  assert.equal(heard.length, 0);
  for (const kind of ['document', 'image']) tab.emit('response', answerTo(kind));
  assert.deepEqual(
    heard.map(({ from, address, headers, isPart }) => [from, address, headers.getSetCookie(), isPart]),
    [
      ['web', 'http://127.0.0.1:1/page?key=x', ['a=1', 'b=2'], false],
      ['web', 'http://127.0.0.1:1/page?key=x', ['a=1', 'b=2'], true],
    ],
  );
});

test('what nobody has answered now is not heard', () => {
  const heard = recorder.listen();
  tab.emit('response', { ...answerTo('document'), fromCache: () => true });
  tab.emit('response', { ...answerTo('image'), url: () => 'data:image/png;base64,AAAA' });
  assert.deepEqual(heard, []);
});

test('message boxes are answered at once, with what they propose, and what they say is kept', () => {
  const answers: (string | undefined)[] = [];
  const box = (message: string, proposal = '') => ({
    message: () => message,
    defaultValue: () => proposal,
    accept: async (answer?: string) => {
      answers.push(answer);
      throw new Error('it is gone already');
    },
  });
  tab.emit('dialog', box('Sure?'));
  tab.emit('dialog', box('Your name', 'zoë'));
  assert.deepEqual(traffic.said, ['Sure?', 'Your name']);
  assert.deepEqual(answers, ['', 'zoë']);
});

test('a tab that is left is no longer listened to', () => {
  traffic.stop();
  tab.emit('request', requestTo('http://127.0.0.1:1/'));
  tab.emit('response', answerTo('document'));
  assert.deepEqual([traffic.asked, recorder.take(), tab.listenerCount('dialog')], [[], [], 0]);
});

test('what a stream of events says is heard after its answer, also where the browser tells of it before', async () => {
  const session = Object.assign(new EventEmitter(), { send: async () => ({}) });
  Object.assign(tab, { createCDPSession: async () => session });
  const heard = recorder.listen();
  await traffic.prickUpEars();
  const say = (data: string) => session.emit('Network.eventSourceMessageReceived', { requestId: 'r', data });
  say('first');
  const answer = answerTo('eventsource');
  tab.emit('response', { ...answer, request: () => ({ ...answer.request(), id: 'r' }) });
  say('second');
  const said = heard.map(({ body }) => Buffer.from(body).toString());
  assert.deepEqual(said, ['', 'first', 'second']);
});
