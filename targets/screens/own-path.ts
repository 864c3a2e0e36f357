/** What stands for the name of whoever has signed in, as in a menu that is called after them. */
export const USERNAME = '{{username}}';
/** What parts the names of accounts, addresses among them, from the words around. */
const NO_NAME = /([^\p{L}\p{N}.@_+-]+)/u;

/** The steps as they are called for one account. */
export function pathFor(username: string, path: readonly string[]): string[] {
  return path.map((step) => step.replaceAll(USERNAME, username));
}

/** The same steps for any account, where the name of this one stands by itself. */
export function pathOfAnybody(username: string, path: readonly string[]): string[] {
  const anybody = (word: string) => (word === username ? USERNAME : word);
  return path.map((step) => step.split(NO_NAME).map(anybody).join(''));
}
