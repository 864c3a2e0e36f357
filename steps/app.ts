import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import { ACTIONS, TITLES } from '../simulators/phone/screens.ts';
import { buttonNames } from './support/accessible-nodes.ts';
import {
  continueOnPhone,
  finishRegistration,
  nameDevice,
  requireListed,
  scan,
  startToRegister,
  typeValues,
} from './support/acts.ts';
import { observeAct } from './support/observe-act.ts';
import type { Person } from './support/person.ts';
import { observeData } from './support/protected-data.ts';
import type { PairWorld } from './support/world.ts';

When('{person} taps {string}', (person: Person, action: string) => person.tap(action));

When('{person} taps Cancel, where the app asks to verify the device all the same', async (person: Person) => {
  if ((await person.phone.screen()).title === TITLES.verifyDevice) await person.tap(ACTIONS.cancel);
});
Then(
  '(as a check, )the app lets {person} tap {string}',
  async function (this: PairWorld, person: Person, action: string) {
    await observeAct(this, `"${action}" on the phone`, () => person.phone.tap(action));
  },
);
When('{person} scans the QR code', scan);
When('{person} continues on the phone', async (person: Person) => {
  // Where an app says nothing of it, what comes next would be about somebody without a device.
  if (person.phone.hasApp) await continueOnPhone(person);
  else await requireListed(person);
});

// Where it stops on the way, the next sentence sees that nothing was registered.
When(
  '{person} tries to register the phone as {string}',
  async function (this: PairWorld, person: Person, name: string) {
    await person.openRegistration();
    await nameDevice(this, person, name);
    try {
      await finishRegistration(person);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
    }
  },
);

When('{person} types the values into the app', (person: Person) => typeValues(person, person.registration.name));
When('{person} types the values into the app with the name {string}', typeValues);

Given("the phone's camera is denied for good", async function (this: PairWorld) {
  await (await this.person('the user')).phone.setCamera('denied for good');
});

Given("the phone's camera is missing", async function (this: PairWorld) {
  await (await this.person('the user')).phone.setCamera('none');
});

Given('{person} will deny the camera permission', (person: Person) => person.phone.setCamera('denied'));

Then('(as a check, )the app shows {person} {string}', async function (this: PairWorld, person: Person, title: string) {
  const seen = await whatTheAppShows(person);
  await this.observe({ expected: `the app shows "${title}"`, seen: seen.words, holds: seen.title === title });
});

Then('(as a check, )the app does not show {person} {string}', notShown);

Then('(as a check, )the app asks {person} to verify the device', async function (this: PairWorld, person: Person) {
  const seen = await whatTheAppShows(person);
  const holds = seen.title === TITLES.verifyDevice;
  await this.observe({ expected: `the app shows "${TITLES.verifyDevice}"`, seen: seen.words, holds });
});

Then('(as a check, )the app does not ask {person} to verify the device', function (this: PairWorld, person: Person) {
  return notShown.call(this, person, TITLES.verifyDevice);
});

Then(
  '(as a check, )the pop-up offers {person} exactly:',
  async function (this: PairWorld, person: Person, table: DataTable) {
    const wanted = table.raw().flat();
    const { actions, title } = await person.phone.screen();
    if (title !== TITLES.verifyDevice) throw new Blocked(`wanted the pop-up on the phone, it shows "${title}"`);
    const named = buttonNames(await person.phone.accessibilityTree());
    const isExact = (names: string[]) => names.length === wanted.length && wanted.every((name) => names.includes(name));
    await this.observe({
      expected: `exactly these can be tapped, and are read out: ${wanted.join(', ')}`,
      seen: `${actions.join(', ') || 'nothing'} can be tapped, ${named.join(', ') || 'no button'} read out`,
      holds: isExact(actions) && isExact(named),
    });
  },
);

Then("(as a check, )the app shows {person} the account's data", async function (this: PairWorld, person: Person) {
  await observeData(this, person.phone, true);
});

Then(
  "(as a check, )the app shows {person} none of the account's data",
  async function (this: PairWorld, person: Person) {
    const before = await person.phone.screen();
    await observeData(this, person.phone, false);
    if (before.title === TITLES.oneTimeCode) await scanAgain(person);
  },
);

Then(
  "(as a check, )the same app shows {person} the account's data once the device is registered",
  async function (this: PairWorld, person: Person) {
    await this.toPresent();
    await person.phone.signOut();
    await startToRegister(this, person, 'work phone');
    await finishRegistration(person);
    await observeData(this, person.phone, true);
  },
);

Then('(as a check, )the app goes on to the one-time code', async function (this: PairWorld) {
  await observeGoingOn(this, await this.person('the user'), true);
});

Then('(as a check, )the app does not go on to the one-time code', async function (this: PairWorld) {
  await observeGoingOn(this, await this.person('the user'), false);
});

Then(
  '(as a check, )the app has asked {person} for the camera and then started it',
  async function (this: PairWorld, person: Person) {
    const events = await person.phone.cameraEvents();
    const granted = events.indexOf('permission granted');
    // What came within the brackets may have ended the scan by now, and the camera with it.
    const holds = events[0] === 'permission asked' && granted > 0 && events.indexOf('camera started') > granted;
    await this.observe({
      expected: 'permission asked, then granted, then camera started',
      seen: events.join(', '),
      holds,
    });
  },
);

Then(
  '(as a check, )the app has asked {person} for the camera and not started it',
  async function (this: PairWorld, person: Person) {
    const events = await person.phone.cameraEvents();
    const holds = events.indexOf('permission asked') === 0 && !events.includes('camera started');
    await this.observe({
      expected: 'permission asked, then denied, and no camera started',
      seen: events.join(', '),
      holds,
    });
  },
);

/** To look may take opening the app anew, and from there a user may have to start again. */
async function scanAgain(person: Person): Promise<void> {
  if ((await person.phone.screen()).title === TITLES.signedOut) await person.signInToApp();
  if ((await person.phone.screen()).title === TITLES.verifyDevice) await scan(person);
}

async function notShown(this: PairWorld, person: Person, title: string): Promise<void> {
  const seen = await whatTheAppShows(person);
  await this.observe({ expected: `the app does not show "${title}"`, seen: seen.words, holds: seen.title !== title });
}

async function observeGoingOn(world: PairWorld, person: Person, wanted: boolean): Promise<void> {
  const seen = await whatTheAppShows(person);
  const holds = (seen.title === TITLES.oneTimeCode) === wanted;
  const expected = wanted ? 'the app goes on to the one-time code' : 'the app refuses the values';
  await world.observe({ expected, seen: seen.words, holds });
}

async function whatTheAppShows(person: Person): Promise<{ title: string; words: string }> {
  const { title, message } = await person.phone.screen();
  return { title, words: message === undefined ? `"${title}"` : `"${title}", saying: ${message}` };
}
