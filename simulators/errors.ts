/**
 * The implementation under test did not offer what the act needs: a control is missing, a page never came. The
 * message says what was wanted, where, and what was there instead. Its name is one of `STEP_ERRORS` in the reports.
 */
export class Blocked extends Error {
  override readonly name = 'Blocked';
  /** Whether what was there to be used was drawn anew at that moment, so that it may be tried again. */
  readonly wasDrawnAnew: boolean;

  constructor(message: string, { wasDrawnAnew = false, ...options }: ErrorOptions & { wasDrawnAnew?: boolean } = {}) {
    super(message, options);
    this.wasDrawnAnew = wasDrawnAnew;
  }
}

/** Nobody answers any more, or the browser died: nothing can be said of the implementation. */
export class TargetGone extends Error {
  override readonly name = 'TargetGone';
}

/**
 * What the suite was given to work with does not do its part: a program that does not start, test controls that refuse, a
 * clock that stays. Nothing can be said of the implementation; the message says what to do.
 */
export class HarnessFault extends Error {
  override readonly name: string = 'HarnessFault';
}

/**
 * Whoever plays the person, the phone or the clock cannot do what the act needs: nothing is said against the
 * implementation. `provide` tells how to have it done after all.
 */
export class Unprovided extends Error {
  override readonly name: string = 'Unprovided';
  readonly capability: string;
  readonly provide: string;

  constructor(capability: string, provide: string) {
    super(`${capability}: ${provide}`);
    this.capability = capability;
    this.provide = provide;
  }
}

/** The implementation does without what the act is about, and nobody demands it of it. */
export class NotDemanded extends Unprovided {
  override readonly name = 'NotDemanded';
}

/** The scenario has taken the network away, or the server it plays keeps silent: an app has to live with that. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
}
