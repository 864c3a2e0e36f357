import { Unprovided } from '../../simulators/errors.ts';
import { namesDevices } from '../names.ts';
import type { Requests, VerbName } from './described.ts';

/** A portal that is reached by described requests, for the length of a run. */
export class DescribedPortal {
  readonly url: string;
  readonly requests: Requests;
  /** The name under which each user's last registration was begun: where the portal keeps none, nobody else knows. */
  readonly lastNames = new Map<string, string>();

  constructor(requests: Requests, url: string) {
    this.requests = requests;
    this.url = url;
  }

  /** @throws {Unprovided} where the target file describes none */
  verb<Name extends VerbName>(name: Name): NonNullable<Requests[Name]> {
    const verb = this.requests[name];
    if (verb) return verb;
    throw new Unprovided(`requests.${name}`, `describe under ${name}: in the target file ${MEANINGS[name]}`);
  }

  /** Whether the portal is told what the device is called. */
  get takesNames(): boolean {
    return namesDevices(this);
  }
}

const MEANINGS: Record<VerbName, string> = {
  createAccount: 'the request that makes an account',
  signIn: 'the request that takes the password',
  signInWithCode: 'the request that takes the code at a sign-in',
  startRegistration: 'the request that answers with the key',
  confirm: 'the request that takes the first code',
  takeAway: 'the request that removes the second factor',
  devices: 'the request that lists the devices',
  manualValues: 'the request that answers with the values to type',
  signOut: 'the request that signs out',
  protected: 'a request that only somebody who is fully signed in may make',
};
