import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Blocked } from '../../simulators/errors.ts';
import type { Phone } from '../../simulators/phone/phone.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import { labelsOf } from '../../simulators/web-user/labels.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { DEFAULT_DECLARATIONS, type Declarations } from '../../targets/target.ts';
import { haveKeyOnPhone, readListing, waitsForContinue } from './listing.ts';
import { Person, Registration } from './person.ts';
import { clearStage, type Host, stage } from './stage.ts';

const CREDENTIALS = { username: 'ada', password: 'a-made-up-password' };
const KEYED = new Registration('work phone', 'otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=a');
const clock = new ControlledClock(Date.UTC(2026, 0, 15, 12, 0, 10));

/** A portal that lists a device from one of the two acts on. */
class FakePortal {
  /** Who did what, oldest first. */
  readonly acts: string[] = [];
  readonly #listsFrom: 'Submit' | 'Continue' | 'never';

  constructor(listsFrom: 'Submit' | 'Continue' | 'never') {
    this.#listsFrom = listsFrom;
  }

  readonly web = {
    devices: { count: async () => Number(this.acts.some((act) => act.endsWith(this.#listsFrom))) },
  } as unknown as WebUser;

  phone(name: string, title: string = TITLES.signedOut): Phone {
    return {
      hasApp: true,
      signIn: async () => undefined,
      screen: async () => ({ title }),
      seeFrame: async () => this.acts.push(`${name}: scan`),
      oneTimeCode: async () => KEYED.authenticator.codeAt(clock.now()),
      tap: async (action: string) => action === ACTIONS.continue && this.acts.push(`${name}: ${action}`),
    } as unknown as Phone;
  }
}

/** Somebody who has begun a registration, with a phone in hand that shows this. */
function somebody(portal: FakePortal, title?: string): Person {
  const person = new Person(CREDENTIALS, { web: portal.web, phone: portal.phone('in hand', title) });
  person.registrations = [KEYED];
  return person;
}

function hostOf(portal: FakePortal, declares: Partial<Declarations> = {}): Host {
  return {
    target: {
      name: 'fake',
      portalUrl: 'http://127.0.0.1:9',
      app: 'browser',
      clock: { kind: 'http' },
      declares: { ...DEFAULT_DECLARATIONS, ...declares },
    },
    labels: labelsOf(undefined),
    clock,
    standIn: () => Promise.reject(new Error('nobody else is needed')),
    pickUpPhone: () => portal.phone('another'),
  };
}

async function submit(portal: FakePortal, host: Host, person: Person): Promise<void> {
  await haveKeyOnPhone(host, person);
  person.remember('123456');
  portal.acts.push('web: Submit');
}

const NAME = { name: 'work phone' };

beforeEach(clearStage);

test('what is listed before anybody tapped Continue ends the looking for the rest of the run', async () => {
  const portal = new FakePortal('Submit');
  const [host, person] = [hostOf(portal), somebody(portal)];
  await submit(portal, host, person);
  assert.deepEqual(await readListing(host, person, NAME), { times: 1 });
  assert.equal(stage.listsFrom, 'Submit');
  const later = new FakePortal('Continue');
  const other = somebody(later);
  await submit(later, hostOf(later), other);
  assert.deepEqual(await readListing(hostOf(later), other, NAME), { times: 0 });
  assert.deepEqual(later.acts, ['web: Submit']);
});

test('what is missing after Submit is looked for after Continue, on a phone that had the key before Submit', async () => {
  const portal = new FakePortal('Continue');
  const [host, person] = [hostOf(portal), somebody(portal)];
  await submit(portal, host, person);
  assert.equal(await waitsForContinue(host, person, 'work phone'), true);
  assert.deepEqual(await readListing(host, person, NAME), {
    times: 1,
    note: 'it was listed once Continue was tapped on a phone',
  });
  assert.deepEqual(portal.acts, ['another: scan', 'web: Submit', 'another: Continue']);
  assert.equal(stage.listsFrom, undefined);
  assert.equal(await waitsForContinue(host, person, 'work phone'), false);
});

test('the phone in hand is used where it shows the code of that key', async () => {
  const portal = new FakePortal('Continue');
  const [host, person] = [hostOf(portal), somebody(portal, TITLES.oneTimeCode)];
  await submit(portal, host, person);
  assert.equal((await readListing(host, person, NAME)).times, 1);
  assert.deepEqual(portal.acts, ['web: Submit', 'in hand: Continue']);
});

test('what comes with neither act is not listed, also where the app does not go on', async () => {
  const portal = new FakePortal('never');
  const [host, person] = [hostOf(portal), somebody(portal, TITLES.oneTimeCode)];
  person.phone.tap = () => Promise.reject(new Blocked('wanted "Continue", saw nothing'));
  await submit(portal, host, person);
  assert.deepEqual(await readListing(host, person, NAME), { times: 0 });
});

test('nobody taps Continue before a code was sent, or where the list is declared to follow Submit', async () => {
  const portal = new FakePortal('Continue');
  assert.deepEqual(await readListing(hostOf(portal), somebody(portal), NAME), { times: 0 });
  const [declaring, person] = [hostOf(portal, { listsFrom: 'Submit' }), somebody(portal)];
  await submit(portal, declaring, person);
  assert.deepEqual(await readListing(declaring, person, NAME), { times: 0 });
  assert.deepEqual(portal.acts, ['web: Submit']);
});
