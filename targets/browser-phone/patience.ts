/** How long the camera, a computation or an animation may keep a page busy. */
export const CALM_MS = 3000;
/** An app that opens its storage, a key in it and its session has been waited for by then; another is never calm. */
export const MOST_ROUNDS = 10;
/** An app that is always asking its server for something never rests: after the first time it is not waited for long. */
export const RESTLESS_MS = 1000;
