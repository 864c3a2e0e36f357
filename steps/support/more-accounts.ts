/** How there would be accounts as they were at first. */
export const MORE_ACCOUNTS =
  'give more with --account NAME:PASSWORD, or accounts: in the target file, or test controls that make them';
