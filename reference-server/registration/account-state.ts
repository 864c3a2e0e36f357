/** A device that proved its key: its codes open the account. */
export interface RegisteredDevice {
  /** That of the registration it came from. */
  id: string;
  name: string;
  /** Base32, 160 bits. */
  secret: string;
  registeredAtMs: number;
  /** The time step of the newest code that was accepted; codes up to it are used up. @see RFC 6238 section 5.2 */
  lastAcceptedStep: number;
}

/** A registration from Next to Continue. `confirmation` is there from the Submit on that was accepted. */
export interface Registration {
  id: string;
  deviceName: string;
  secret: string;
  startedAtMs: number;
  /** A device of the account was proven when this was started, so that it may be submitted beside that device. */
  factorProven: boolean;
  /** The session of the phone that handed over name and key. */
  phoneSessionId?: string;
  confirmation?: { atMs: number; step: number };
  continued: boolean;
}

/** What one account knows of devices and codes. Never changed in place. */
export interface AccountState {
  devices: readonly RegisteredDevice[];
  registrations: readonly Registration[];
  wrongCodes: { count: number; lockedUntilMs: number };
}

export const NEW_ACCOUNT_STATE: AccountState = {
  devices: [],
  registrations: [],
  wrongCodes: { count: 0, lockedUntilMs: 0 },
};

/** The state with one registration changed. */
export function withRegistration(state: AccountState, changed: Registration): AccountState {
  const registrations = state.registrations.map((one) => (one.id === changed.id ? changed : one));
  return { ...state, registrations };
}
