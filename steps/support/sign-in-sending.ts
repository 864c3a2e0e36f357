import { NotDemanded } from '../../simulators/errors.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import type { Person } from './person.ts';

const OTHER_PROOF =
  'this app lets a registered phone in without a code: it proves itself in a way that only its maker knows';

/**
 * Signs in to the app, which sends this code in place of its own.
 * @throws {NotDemanded} when the app lets the phone in without sending any: nothing was shown of the code then.
 * @see reading A-16
 */
export async function signInSending(
  { phone, credentials }: Pick<Person, 'phone' | 'credentials'>,
  code: () => string,
): Promise<void> {
  let isSent = false;
  await phone.signIn(credentials, () => {
    isSent = true;
    return code();
  });
  if (!isSent && (await phone.screen()).title === TITLES.conversations) {
    throw new NotDemanded('an app that sends codes', OTHER_PROOF);
  }
}
