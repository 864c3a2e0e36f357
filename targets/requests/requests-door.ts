import type { Recorder } from '../../simulators/network/recorder.ts';
import type { Access, Claims, Credentials } from '../../simulators/phone/phone.ts';
import type { Door, Passage } from '../authenticator-phone/door.ts';
import type { DescribedPortal } from './described-portal.ts';
import { type Outcome, Session } from './session.ts';
import { giveCode, givePassword, leave, seesProtected } from './signing-in.ts';

/** The door of a portal that is reached by described requests. */
export class RequestsDoor implements Door {
  readonly #portal: DescribedPortal;
  readonly #recorder: Recorder;
  readonly #session: Session;

  constructor(portal: DescribedPortal, recorder: Recorder) {
    this.#portal = portal;
    this.#recorder = recorder;
    this.#session = new Session(portal, { name: 'phone', recorder });
  }

  async givePassword(credentials: Credentials): Promise<Passage> {
    return passageOf(await givePassword(this.#session, credentials));
  }

  async giveCode(code: string): Promise<Passage> {
    return passageOf(await giveCode(this.#session, code));
  }

  leave(): Promise<void> {
    return leave(this.#session);
  }

  async protectedData(): Promise<Access[]> {
    const { send } = this.#portal.verb('protected');
    return [{ resource: send, shown: await seesProtected(this.#session) }];
  }

  claim(claims: Claims): void {
    this.#session.claims = claims;
  }

  another(): Door {
    return new RequestsDoor(this.#portal, this.#recorder);
  }

  async close(): Promise<void> {
    // Nothing of it outlives the scenario.
  }
}

function passageOf({ kind, message }: Outcome): Passage {
  const places = { success: 'in', 'needs code': 'code asked', refused: 'refused' } as const;
  return { at: places[kind], message };
}
