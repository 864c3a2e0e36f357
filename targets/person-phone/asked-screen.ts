import { Unprovided } from '../../simulators/errors.ts';
import type { Screen } from '../../simulators/phone/phone.ts';
import { ACTIONS, type Place, screenAt, TITLES } from '../../simulators/phone/screens.ts';
import type { Tester } from './tester.ts';

/** What a tester may see, in words that need no explanation, and the screen that it stands for. */
const PLACES: readonly [string, Place][] = [
  [`A pop-up "${TITLES.verifyDevice}"`, 'verify device'],
  ['The picture of the camera', 'scanning'],
  ['That the camera cannot be used', 'no camera'],
  ['A form for the device name and the key', 'typing'],
  ['A one-time code', 'one-time code'],
  [`"${TITLES.registered}"`, 'device registered'],
  ['That it wants a code of a registered device', 'code asked'],
  ['The account, with its conversations', 'conversations'],
  ['The form to sign in', 'signed out'],
];
const SOMETHING_ELSE = 'Something else';
const ANOTHER = 'Another';
const NONE = 'None';
const NO_READER = 'There is no screen reader here';
const NOWHERE: Screen = {
  title: 'another screen',
  actions: [],
  isScanning: false,
  brackets: false,
  isProtected: false,
  accounts: [],
};

/** Asks what is on the screen: where the app is, what can be tapped in a pop-up, and what it says. */
export async function askScreen(tester: Tester): Promise<Screen> {
  const choices = [...PLACES.map(([words]) => words), SOMETHING_ELSE];
  const [answer] = await tester.ask({ text: 'What does the app show?', choices });
  const place = PLACES.find(([words]) => words === answer)?.[1];
  const screen = place === undefined ? NOWHERE : screenAt(place);
  if (place === 'verify device') {
    return { ...screen, actions: await askActions(tester, 'Which actions does the pop-up offer?') };
  }
  const [message = ''] = await tester.ask({ text: 'What else does it say? (nothing, if it says nothing)' });
  return { ...screen, ...(message !== '' && { message }) };
}

/** Asks for the names of buttons, one of which may not be the document's. */
async function askActions(tester: Tester, text: string, others: readonly string[] = []): Promise<string[]> {
  const choices = [ACTIONS.cancel, ACTIONS.scanQr, ANOTHER, NONE, ...others];
  const given = await tester.ask({ text, choices, takesMany: true });
  return given.filter((name) => name !== NONE).map((name) => (name === ANOTHER ? 'another action' : name));
}

/** Asks what a screen reader makes of a pop-up. @throws {Unprovided} where there is none */
export async function askReadOut(tester: Tester): Promise<string[]> {
  const names = await askActions(tester, 'Switch the screen reader on. Which buttons does it read out?', [NO_READER]);
  if (!names.includes(NO_READER)) return names;
  throw new Unprovided('a screen reader', 'switch on TalkBack or VoiceOver on the phone');
}

const ASKED = ['It asked for the camera, and it was given', 'It asked for the camera, and it was denied'] as const;

/** Asks what the app did to get at the camera. */
export async function askCameraEvents(tester: Tester): Promise<string[]> {
  const choices = [...ASKED, 'It did not ask'];
  const [answer] = await tester.ask({ text: 'Did the app ask for the camera?', choices });
  const asked = answer === ASKED[0] || answer === ASKED[1];
  const [started] = await tester.ask({ text: 'Does the app show the picture of the camera?', choices: ['Yes', 'No'] });
  return [...(asked ? ['permission asked'] : []), ...(started === 'Yes' ? ['camera started'] : [])];
}
