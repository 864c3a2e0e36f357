/**
 * What the steps hand to the judgement: nothing here judges. Everything travels as attachments of Cucumber's message
 * stream, so that it survives workers, files and other tools of that ecosystem.
 */
export const EVIDENCE_MEDIA_TYPE = 'application/vnd.paircheck.evidence+json';
export const CAPABILITY_MEDIA_TYPE = 'application/vnd.paircheck.missing-capability+json';

/** The names of the two pictures that a step may attach beside its evidence: `image/png` or `image/svg+xml`. */
export const PICTURE_NAMES = { web: 'web', phone: 'phone' } as const;

/**
 * One thing that one `Then` looked at. `expected`, `seen` and `note` are plain words for a reader of the report; none may
 * hold a key, a code, a password or a cookie.
 */
export interface Evidence {
  expected: string;
  seen: string;
  holds: boolean;
  /** What was measured besides, for information: nothing is judged by it. */
  note?: string;
  /** On the controlled clock, ISO 8601 in UTC. */
  at: string;
  /** What went over the wire since the evidence before it: "web POST /registrations 303", without query and bodies. */
  exchanges: string[];
}

export const CAUSES = ['left open', 'left out', 'interrupted'] as const;

/** Why a scenario did not run: what the target or this machine lacks, and how to provide it. */
export interface MissingCapability {
  capability: string;
  provide: string;
  /**
   * Left out where a test needs it and the implementation owes it. `left open`: the document does not ask for such a
   * thing, and this implementation has none. `left out`: whoever runs the suite chose to do without. `interrupted`: the
   * run was stopped before it was through.
   */
  because?: (typeof CAUSES)[number];
}

/** The names of errors (`Error.name`) that say whose fault it is when a step ends early; any other is a bug of ours. */
export const STEP_ERRORS = {
  /** Evidence was recorded and does not hold. */
  evidenceFails: 'EvidenceFails',
  /** The implementation did not offer what the step needs ("no button Next"): the scenario could not get further. */
  blocked: 'Blocked',
  /** Whoever plays an actor cannot do it: a capability is missing, and is attached with its name. */
  unprovided: 'Unprovided',
  /** The same of what nobody demands of the implementation: it is left open. */
  notDemanded: 'NotDemanded',
  /** Nobody answers any more, or the browser died: nothing can be said of the implementation. */
  targetGone: 'TargetGone',
  /** What the suite was given to work with does not do its part, such as test controls that refuse. */
  harnessFault: 'HarnessFault',
  /** The same of an adapter that hangs, floods, dies or lies. */
  adapterFault: 'AdapterFault',
} as const;

/** After one of these no scenario can say anything; each is told in whole sentences. */
export const ENDING_ERRORS: readonly (string | undefined)[] = [
  STEP_ERRORS.targetGone,
  STEP_ERRORS.harnessFault,
  STEP_ERRORS.adapterFault,
];
