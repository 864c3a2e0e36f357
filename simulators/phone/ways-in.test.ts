import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import nock from 'nock';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { answerOnlyMocks, CREDENTIALS, newPhone, ORIGIN, scanned, signedIn, titleOf } from './phone.fixture.ts';
import { TITLES } from './screens.ts';
import type { SimulatedPhone } from './simulated-phone.ts';

let phone: SimulatedPhone;

answerOnlyMocks();

beforeEach(() => {
  phone = newPhone();
});

const toBearerOf = (token: string) => nock(ORIGIN).matchHeader('authorization', `Bearer ${token}`);

describe('the password alone', () => {
  test('stops where a code is asked for, from which Cancel leads back', async () => {
    nock(ORIGIN)
      .post(PHONE_API.sessions, { ...CREDENTIALS })
      .reply(201, { next: 'one-time-code', token: 'token-1' });
    await phone.startSignIn(CREDENTIALS);
    assert.match(await titleOf(phone), /Enter the code/);
    toBearerOf('token-1').delete(PHONE_API.session).reply(204);
    await phone.tap('Cancel');
    assert.equal(await titleOf(phone), 'Sign in');
  });

  test('leads to Verify device without a device, to the conversations without a rule, and nowhere when refused', async () => {
    for (const [next, title] of [
      ['verify-device', 'Verify device'],
      ['nothing', 'Conversations'],
    ] as const) {
      nock(ORIGIN).post(PHONE_API.sessions).reply(201, { next, token: 'token-1' });
      await phone.startSignIn(CREDENTIALS);
      assert.equal(await titleOf(phone), title);
    }
    nock(ORIGIN).post(PHONE_API.sessions).reply(401, { title: 'Wrong username or password' });
    await phone.startSignIn(CREDENTIALS);
    assert.equal(await titleOf(phone), 'Sign in');
  });
});

describe('a code by itself', () => {
  test('is sent with the session there is, as often as wanted, and opens the account when it is right', async () => {
    nock(ORIGIN).post(PHONE_API.sessions).reply(201, { next: 'one-time-code', token: 'token-1' });
    await phone.startSignIn(CREDENTIALS);
    for (const code of ['000000', '000001']) {
      toBearerOf('token-1').post(PHONE_API.oneTimeCode, { code }).reply(422, { title: 'This code is not right' });
      await phone.sendCode(code);
      assert.equal((await phone.screen()).message, 'This code is not right');
      assert.match(await titleOf(phone), /Enter the code/);
    }
    toBearerOf('token-1').post(PHONE_API.oneTimeCode, { code: '000002' }).reply(200, { next: 'nothing', token: 't' });
    await phone.sendCode('000002');
    assert.equal(await titleOf(phone), 'Conversations');
  });

  test('is sent without a session where there is none', async () => {
    nock(ORIGIN, { badheaders: ['authorization'] })
      .post(PHONE_API.oneTimeCode, { code: '000000' })
      .reply(401, { title: 'Sign in first' });
    await phone.sendCode('000000');
    assert.equal((await phone.screen()).message, 'Sign in first');
  });
});

describe('reopening the app', () => {
  for (const [next, title] of [
    ['verify-device', 'Verify device'],
    ['one-time-code', 'Verify device'],
    ['nothing', 'Conversations'],
  ] as const) {
    test(`shows "${title}" to a phone without a key when the server wants ${next}`, async () => {
      await signedIn(phone);
      toBearerOf('token-1').get(PHONE_API.session).reply(200, { next });
      await phone.enterBy('reopening the app');
      assert.equal(await titleOf(phone), title);
    });
  }

  test('shows the sign-in where there is no session, and asks nobody', async () => {
    await phone.enterBy('reopening the app');
    assert.equal(await titleOf(phone), 'Sign in');
  });

  test('shows the sign-in once the session is over, with what the server says', async () => {
    await signedIn(phone);
    await scanned(phone);
    nock(ORIGIN).get(PHONE_API.session).reply(401, { title: 'Sign in first' });
    await phone.enterBy('reopening the app');
    const { title, message } = await phone.screen();
    assert.deepEqual([title, message], ['Sign in', 'Sign in first']);
  });

  test('between scan and Continue goes on where it was, even when nobody can say how things stand', async () => {
    await signedIn(phone);
    await scanned(phone);
    for (const next of ['verify-device', 'one-time-code']) {
      nock(ORIGIN).get(PHONE_API.session).reply(200, { next });
      await phone.gesture('killing and reopening the app');
      assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Continue']);
    }
    await phone.setNetwork('offline');
    await phone.gesture('killing and reopening the app');
    assert.equal(await titleOf(phone), 'One-time code');
    assert.equal(await phone.oneTimeCode(), '490452');
  });

  test('on a registered phone sends no code before its owner does, and none after a sign-out', async () => {
    await signedIn(phone);
    await scanned(phone);
    nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-2' });
    await phone.tap('Continue');
    nock(ORIGIN).get(PHONE_API.session).reply(200, { next: 'one-time-code' });
    await phone.enterBy('reopening the app');
    assert.equal(await titleOf(phone), TITLES.codeAsked);
    nock(ORIGIN).post(PHONE_API.oneTimeCode, { code: '490452' }).reply(200, { next: 'nothing', token: 'token-3' });
    await phone.sendCode('490452');
    assert.equal(await titleOf(phone), 'Conversations');
    toBearerOf('token-3').delete(PHONE_API.session).reply(204);
    await phone.signOut();
    await phone.enterBy('reopening the app');
    assert.equal(await titleOf(phone), 'Sign in');
  });
});

describe('a link into a conversation', () => {
  test('shows it to whom the server shows it', async () => {
    await signedIn(phone);
    nock(ORIGIN).get(PHONE_API.conversations).reply(200, { conversations: [] });
    await phone.enterBy('a link into a conversation');
    assert.equal((await phone.screen()).isProtected, true);
    assert.equal((await phone.openedLinks()).length, 1);
  });

  test('leaves the pop-up where it is, and the sign-in for whoever is signed out', async () => {
    await phone.enterBy('a link into a conversation');
    assert.equal(await titleOf(phone), 'Sign in');
    await signedIn(phone);
    nock(ORIGIN).get(PHONE_API.conversations).reply(403, { title: 'Verify this device first' });
    await phone.gesture('following a link into a conversation');
    assert.equal(await titleOf(phone), 'Verify device');
  });
});

test('a renewed session is used from then on, and leads where the server says', async () => {
  await signedIn(phone);
  toBearerOf('token-1').post(PHONE_API.refresh).reply(200, { next: 'verify-device', token: 'token-2' });
  await phone.enterBy('a renewed session');
  assert.equal(await titleOf(phone), 'Verify device');
  toBearerOf('token-2').post(PHONE_API.refresh).reply(401, { title: 'Sign in first' });
  await phone.enterBy('a renewed session');
  assert.equal(await titleOf(phone), 'Sign in');
});

test('Continue can be asked for at any place, and only a confirmation changes it', async () => {
  await signedIn(phone);
  nock(ORIGIN).post(PHONE_API.continue).reply(409, { title: 'This phone has not scanned' });
  await phone.continueAnyway();
  const { title, message } = await phone.screen();
  assert.deepEqual([title, message], ['Verify device', 'This phone has not scanned']);
  nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'x', token: 'token-2' });
  await phone.continueAnyway();
  assert.equal(await titleOf(phone), 'Device registered');
});

test('a copied session is the one of that moment, without keys, and each goes its own way', async () => {
  await signedIn(phone);
  await scanned(phone);
  const thief = phone.copySession();
  nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-2' });
  await phone.tap('Continue');
  for (const path of [PHONE_API.account, PHONE_API.conversations]) {
    toBearerOf('token-1').get(path).reply(401, { title: 'Sign in first' });
    toBearerOf('token-2').get(path).reply(200, { username: 'user-1', conversations: [] });
  }
  assert.deepEqual(
    (await thief.protectedData()).map(({ shown }) => shown),
    [false, false],
  );
  assert.deepEqual(
    (await phone.protectedData()).map(({ shown }) => shown),
    [true, true],
  );
  await assert.rejects(thief.oneTimeCode(), { name: 'Blocked' });
});

test('what is claimed goes with every request from then on, fields only where there may be a body', async () => {
  phone.claim({ headers: { 'x-forwarded-for': '10.0.0.1' }, fields: { verified: true } });
  const claimed = () => nock(ORIGIN).matchHeader('x-forwarded-for', '10.0.0.1');
  claimed()
    .post(PHONE_API.sessions, { ...CREDENTIALS, verified: true })
    .reply(201, { next: 'verify-device', token: 't' });
  await phone.signIn(CREDENTIALS);
  claimed().post(PHONE_API.continue, { verified: true }).reply(409, { title: 'Not yet' });
  await phone.continueAnyway();
  claimed().get(PHONE_API.account, '').reply(403);
  claimed().get(PHONE_API.conversations, '').reply(403);
  assert.deepEqual(
    (await phone.protectedData()).map(({ shown }) => shown),
    [false, false],
  );
});
