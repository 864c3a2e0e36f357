import { ask } from './page.js';

/** What outlives the app on this phone. */
const stored = {
  read: (name) => JSON.parse(localStorage.getItem(name) ?? 'null'),
  write: (name, value) => localStorage.setItem(name, JSON.stringify(value)),
};

/** This phone, for the server: a number that nobody can guess and that never leaves by itself. */
export function phoneNumber() {
  const known = stored.read('phone') ?? crypto.randomUUID();
  stored.write('phone', known);
  return known;
}

export function keepToken(token) {
  stored.write('token', token);
}

/**
 * The registration that this phone takes part in: it survives a restart between the scan and Continue.
 *
 * @returns {{ username: string, key: string } | undefined} none when it is another user's
 */
export function pairingOf(username) {
  const known = stored.read('pairing');
  return known?.username === username ? known : undefined;
}

export function keepPairing(pairing) {
  stored.write('pairing', pairing);
}

/** The key of a registered device makes the codes that the web page asks for later. */
export function keyOf(username) {
  return stored.read('keys')?.[username];
}

export function keepKey(username, key) {
  stored.write('keys', { ...stored.read('keys'), [username]: key });
  stored.write('pairing', null);
}

/** Asks the server in this phone's session. */
export function tell(verb, asked) {
  return ask(`/app/${verb}`, asked, { authorization: `Bearer ${stored.read('token') ?? ''}` });
}
