import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawFrame } from '../../simulators/camera/frame.ts';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { pngOf } from '../frame-png.ts';
import { type Adapter, startAdapter } from './adapter.ts';
import { AdapterFault } from './adapter-fault.ts';
import { AdapterPhone } from './adapter-phone.ts';

const SCRIPT = fileURLToPath(new URL('scripted-adapter.fixture.ts', import.meta.url));
const TARGET = { name: 'Example', portalUrl: 'http://127.0.0.1:1', phoneApiUrl: 'http://127.0.0.1:1' };
const ADA = { username: 'ada', password: 'hunter22' };
const noon = new ControlledClock(Date.parse('2024-04-01T12:00:00Z'));

function start(defect: string, limits: { timeoutSeconds?: number; helloSeconds?: number } = {}): Promise<Adapter> {
  return startAdapter({ command: [process.execPath, SCRIPT, defect], target: TARGET, ...limits });
}

/** An adapter that is ended with the test. */
async function started(t: TestContext, defect: string, limits = {}): Promise<Adapter> {
  const adapter = await start(defect, limits);
  t.after(() => adapter.close());
  return adapter;
}

/** A phone of it. */
async function phoneOf(t: TestContext, defect: string, limits = {}): Promise<AdapterPhone> {
  return new AdapterPhone(await started(t, defect, limits), noon);
}

/** What an adapter with this defect comes to when it is asked for the screen. */
async function faultOf(t: TestContext, defect: string, limits = {}): Promise<AdapterFault> {
  const phone = await phoneOf(t, defect, limits);
  const failed = phone.screen().then(
    () => assert.fail(`"${defect}" was not noticed`),
    (error: unknown) => error,
  );
  const fault = await failed;
  assert.ok(fault instanceof AdapterFault, String(fault));
  assert.equal(fault.call, 'phone.screen');
  return fault;
}

test('a good adapter is asked and answers', async (t) => {
  const phone = await phoneOf(t, 'none');
  assert.equal((await phone.screen()).title, 'One-time code');
  assert.equal(await phone.oneTimeCode(), '123456');
});

test('a call that the adapter does not offer is a capability that is missing, by name', async (t) => {
  const phone = await phoneOf(t, 'none');
  await assert.rejects(phone.setCamera('none'), { name: 'Unprovided', capability: 'adapter call phone.setCamera' });
});

test('an act that the screen does not offer is blocked, and nobody answering is told as such', async (t) => {
  const phone = await phoneOf(t, 'none');
  await assert.rejects(phone.tap('Scan QR'), {
    name: 'Blocked',
    message: 'wanted phone.tap from the adapter, it says: there is no "Scan QR"',
  });
  await assert.rejects(phone.tap('Cancel'), { name: 'TargetGone' });
  await assert.rejects(phone.tap('Continue'), { name: 'Unprovided', capability: 'adapter call phone.tap' });
  assert.equal((await phone.screen()).title, 'One-time code', 'it goes on after a refusal');
});

test('what nobody asked for is passed over: empty lines and notifications', async (t) => {
  const phone = await phoneOf(t, 'prints an empty line and a notification');
  assert.equal((await phone.screen()).title, 'One-time code');
});

test('a phone lives on our clock, with its own drift', async (t) => {
  const phone = await phoneOf(t, 'none');
  await phone.setDrift(-90);
  await phone.signIn(ADA);
  assert.equal((await phone.screen()).message, '2024-04-01T11:58:30.000Z');
});

test('a camera that sees pixels gets them, and one that sees text what lies within the brackets', async (t) => {
  const text = 'otpauth://totp/a:b?secret=ABCDEFGHIJKLMNOP';
  const inside = drawFrame([{ text, where: 'within the brackets' }]);
  const outside = drawFrame([{ text, where: 'outside the brackets' }]);
  const pixels = await phoneOf(t, 'none');
  await pixels.pointCameraAt(pngOf(inside));
  assert.equal((await pixels.screen()).message, 'a picture that begins iVBO, aimed: true');
  await pixels.seeFrame(outside);
  assert.equal((await pixels.screen()).message, 'a picture that begins iVBO, aimed: false');
  const reader = await phoneOf(t, 'sees text');
  await reader.pointCameraAt(pngOf(inside));
  assert.equal((await reader.screen()).message, `the text ${text}`);
  await reader.seeFrame(outside);
  assert.equal((await reader.screen()).message, 'the text undefined');
});

test('what is asked for at once is done before anything else, or told to whoever goes on', async (t) => {
  const phone = await phoneOf(t, 'none');
  phone.claim({ headers: { date: 'yesterday' } });
  assert.match((await phone.screen()).message ?? '', /claims .*"date":"yesterday"/);
  const copy = phone.duplicate();
  await assert.rejects(copy.screen(), { capability: 'adapter call phone.duplicate' });
  assert.throws(() => phone.copySession(), { name: 'Unprovided' });
});

test('an app that sends its code by itself cannot be made to send another', async (t) => {
  const phone = await phoneOf(t, 'none');
  await phone.signIn(ADA, (code) => code);
  await assert.rejects(
    phone.signIn(ADA, () => '000000'),
    { name: 'Unprovided', capability: 'an app that sends another code' },
  );
});

test('acts at the same moment are asked only of who says so', async (t) => {
  const slow = await phoneOf(t, 'none');
  const both = await Promise.allSettled([slow.signIn(ADA), slow.signIn(ADA)]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  const quick = await phoneOf(t, 'acts at once');
  await Promise.all([quick.signIn(ADA), quick.signIn(ADA)]);
});

/** Each defect, and what the error has to say. */
const TOLD: Record<string, RegExp> = {
  'prints text': /line 2 of its standard output is none: "Starting up: .*logs to standard error/,
  'asks back': /line 2 .* is a question with an id/,
  'forgets the version': /"jsonrpc": "2.0".*line 2 .* has it not/,
  'answers another id': /an answer with the id 2 \(phone\.screen\), line 2 .* has the id 9.*with its id as it came/,
  'answers the id as a text': /has the id "2".*: a number/,
  'has result and error': /either "result" or "error".*both or neither/,
  'has an error of no shape': /"error" with a whole number as "code"/,
  'fails in an act': /it failed with the code -32000: KeyError/,
  lies: /a result that fits the schema, actions must be array, it is a text; see phone\.screen\.result/,
  'misspells a field': /the answer has "titel", wanted only: title, actions/,
  dies: /it ended with exit code 3; .*Its standard error ends: Traceback: it fell over/,
  'dies in the middle of a line': /line 2 .* is none: "\{"jsonrpc"/,
  'closes its output': /it closed its standard output/,
  'floods with lines': /10000 lines that nobody asked for/,
  'floods with one line': /a line over 16 MB, which begins "la la/,
};

for (const [defect, words] of Object.entries(TOLD)) {
  test(`an adapter that ${defect} is told with the line, the call and the likely fix`, async (t) => {
    assert.match((await faultOf(t, defect)).message, words);
  });
}

test('an adapter that is killed is told with the signal', { skip: process.platform === 'win32' }, async (t) => {
  assert.match((await faultOf(t, 'is killed')).message, /it was ended by SIGKILL/);
});

test('an adapter that hangs is not waited for', async (t) => {
  const { message } = await faultOf(t, 'hangs', { timeoutSeconds: 0.05 });
  assert.match(message, /an answer within 0.05 s, none came; .*timeoutSeconds/);
});

test('after a fault every call tells the same one', async (t) => {
  const phone = await phoneOf(t, 'prints text');
  const [one, other] = await Promise.allSettled([phone.screen(), phone.oneTimeCode()]);
  assert.equal(one.status === 'rejected' && one.reason, other.status === 'rejected' && other.reason);
  await assert.rejects(phone.screen(), AdapterFault);
});

test('an answer that comes twice is a fault of the call after it', async (t) => {
  const phone = await phoneOf(t, 'answers twice');
  await phone.screen();
  await assert.rejects(phone.screen(), /no answer, for nothing is asked|an answer with the id 3/);
});

test('passwords and codes are in no message of a fault', async (t) => {
  for (const defect of ['prints text', 'dies', 'fails in an act']) {
    const adapter = await started(t, defect);
    const phone = new AdapterPhone(adapter, noon);
    const error = await phone.signIn(ADA).then(
      () => assert.fail('it was not noticed'),
      (fault: Error) => fault,
    );
    assert.doesNotMatch(`${error.message} ${(error as AdapterFault).stderr.join()}`, /hunter22|123456/);
    assert.match(error.message, /\u2022{4}/, 'something stands in their place');
  }
});

test('nor what the environment tells in confidence', async (t) => {
  const environment = { ...process.env, APP_PASSWORD: 'fell over' };
  const adapter = await startAdapter({ command: [process.execPath, SCRIPT, 'dies'], target: TARGET, environment });
  t.after(() => adapter.close());
  await assert.rejects(new AdapterPhone(adapter, noon).screen(), /Traceback: it \u2022{4} with/);
});

test('a first answer that is none is told within its limit', async () => {
  await assert.rejects(start('says nothing', { helloSeconds: 0.2 }), /asked hello: wanted an answer within 0\.2 s/);
  await assert.rejects(start('dies before hello'), /asked hello: .*it ended with exit code 7/);
  await assert.rejects(start('speaks another version'), /protocol is none of: 1/);
  await assert.rejects(start('misspells a call'), /it names "phone\.scann"; did you mean "phone\.scan"\?/);
});

test('a program that is not there is told as such', async () => {
  const missing = startAdapter({ command: ['no-such-program-anywhere'], target: TARGET });
  await assert.rejects(missing, /asked hello: .*it could not be started: .*ENOENT/);
});

test('at the end an adapter that will not end is ended, with all that it has started', {
  skip: process.platform === 'win32' && 'there are no signals there',
}, async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const command = [process.execPath, SCRIPT, 'will not end', String(port)];
  const arrives = once(server, 'connection');
  const adapter = await startAdapter({ command, target: TARGET });
  const [child] = (await arrives) as [Socket];
  const childIsGone = once(child, 'close');
  child.on('error', () => undefined).resume();
  await adapter.close();
  await childIsGone;
});
