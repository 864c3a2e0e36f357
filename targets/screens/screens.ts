/** How a portal's pages go, where they are not those of the document. @see ../target.schema.json */
export interface Screens {
  /** Whether a code is sent as soon as it is typed. */
  submitsItself?: boolean;
  /** What is pressed once a code has been taken, one after the other, such as what says that recovery codes were kept. */
  acknowledge?: string[];
}

/** A portal with such pages, for the length of a run. */
export interface ScreenedPortal {
  screens: Screens;
  /** The name under which each user's last registration was begun: the portal keeps none. */
  lastNames: Map<string, string>;
}
