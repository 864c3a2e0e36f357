import type { Labels } from './labels.ts';

/** A web portal as its visitors know it, for the length of a run. */
export interface Portal {
  url: string;
  labels: Labels;
  /**
   * Addresses that a web user has walked to before, as a person bookmarks them: the walk by its named steps is judged
   * by itself and need not be taken for everything else. One that no longer leads there is walked to again.
   */
  bookmarks: {
    /** Where whoever is signed in begins, once it is known: where the first page is for everybody, it is another one. */
    home?: string;
    registration?: string;
    devices?: string;
    /** The sign-in page that leads on to the registration; '' where none was found to. */
    signIn?: string;
  };
}
