import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { stepOfCode } from './one-time-code.js';

const MINUTE_MS = 60_000;
/** The first instant of 5 March 2024 in UTC. */
const MANDATORY_FROM_MS = Date.UTC(2024, 2, 5);
const PENDING_MS = 15 * MINUTE_MS;
const LOCK_MS = 15 * MINUTE_MS;
const WRONG_CODES_BEFORE_LOCK = 10;
const NAME_MAX = 64;

/** What a person asked for and cannot have; the message is for that person. */
export class Refusal extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/**
 * @typedef {{ id: string, name: string, key: Buffer, phone?: string, startedMs: number, usedStep: number }} Device
 * @typedef {{ name: string, password: string, wrong: number, lockedUntilMs: number, devices: Device[],
 *   pending: Device[] }} Account
 */

/** @returns {Account} */
export function newAccount(name, password) {
  return { name, password, wrong: 0, lockedUntilMs: 0, devices: [], pending: [] };
}

/** Whether a phone may be used: before the mandatory date always, afterwards only when it is registered. */
export function isLetIn(account, phone, nowMs) {
  return nowMs < MANDATORY_FROM_MS || account.devices.some((device) => device.phone === phone);
}

/** Starts a registration; an earlier one of the same name that was never finished makes way. */
export function startRegistration(account, name, nowMs) {
  refuseUnfitName(account, name);
  account.pending = account.pending.filter((other) => other.name !== name && isAlive(other, nowMs));
  const started = { id: randomUUID(), name, key: randomBytes(20), startedMs: nowMs, usedStep: -1 };
  account.pending.push(started);
  return started;
}

/** @throws Refusal when there is none, it is another's, or its time has passed */
export function pendingRegistration(account, id, nowMs) {
  const found = account.pending.find((pending) => pending.id === id && isAlive(pending, nowMs));
  if (!found) {
    throw new Refusal('ended', 'This registration has ended. Start again.');
  }
  return found;
}

/** Submit: with the code of the pending registration it becomes a device. */
export function finishRegistration(account, { id, code }, nowMs) {
  const pending = pendingRegistration(account, id, nowMs);
  useCode(account, { code, devices: [pending] }, nowMs);
  account.pending = account.pending.filter((other) => other !== pending);
  account.devices.push(pending);
  return pending;
}

/**
 * Uses up a code of one of the devices. Wrong codes count for the account, whichever page they are typed on.
 *
 * @throws Refusal when the code is wrong or used, or the account is locked
 */
export function useCode(account, { code, devices }, nowMs) {
  if (nowMs < account.lockedUntilMs) {
    const minutes = Math.ceil((account.lockedUntilMs - nowMs) / MINUTE_MS);
    throw new Refusal('locked', `Too many wrong codes. Wait ${minutes} minutes and try again.`);
  }
  for (const device of devices) {
    const step = stepOfCode(device.key, code, { nowMs, usedStep: device.usedStep });
    if (step !== undefined) {
      device.usedStep = step;
      account.wrong = 0;
      return;
    }
  }
  countWrongCode(account, nowMs);
  throw new Refusal('wrong-code', 'That code is wrong or no longer good. Type the one your app shows now.');
}

/** The phone has the values of a pending registration: by its id when scanned, by its exact name when typed. */
export function takePart(account, { id, name, phone }, nowMs) {
  const found = account.pending.find(
    (pending) => isAlive(pending, nowMs) && (pending.id === id || pending.name === name),
  );
  if (!found) {
    throw new Refusal('no-match', 'There is no registration with this device name. Check capital and small letters.');
  }
  if (found.phone && found.phone !== phone) {
    throw new Refusal('taken', 'Another phone has started with this QR code. Register a new device on the web page.');
  }
  found.phone = phone;
  return found;
}

/**
 * Continue: is this phone registered? The proof shows that it holds the key, so a phone whose network was down
 * while it scanned can take part now.
 */
export function isRegistered(account, { phone, proof }, nowMs) {
  const device = account.devices.find((registered) => isProof(registered, phone, proof));
  if (device && (device.phone ?? phone) === phone) {
    device.phone = phone;
    return true;
  }
  const isWaiting = account.pending.some((pending) => isAlive(pending, nowMs) && isProof(pending, phone, proof));
  if (!isWaiting) {
    throw new Refusal('ended', 'This registration has ended. Start again.');
  }
  return false;
}

function isProof(device, phone, proof) {
  const right = createHmac('sha1', device.key).update(`phone ${phone}`).digest();
  const given = Buffer.from(proof, 'base64');
  return given.length === right.length && timingSafeEqual(given, right);
}

function isAlive(pending, nowMs) {
  return nowMs < pending.startedMs + PENDING_MS;
}

function countWrongCode(account, nowMs) {
  account.wrong += 1;
  if (account.wrong >= WRONG_CODES_BEFORE_LOCK) {
    account.wrong = 0;
    account.lockedUntilMs = nowMs + LOCK_MS;
  }
}

/** Names are kept to the letter, because the person may have to type them: they are refused, never mended. */
function refuseUnfitName(account, name) {
  if (!/[^\p{Z}\p{C}]/u.test(name)) {
    throw new Refusal('no-name', 'Type a name for your device.');
  }
  if ([...name].length > NAME_MAX) {
    throw new Refusal('long-name', `That name is too long: ${NAME_MAX} characters at most.`);
  }
  if (/\p{Cc}/u.test(name)) {
    throw new Refusal('odd-name', 'That name has characters that nobody can type.');
  }
  if (account.devices.some((device) => device.name === name)) {
    throw new Refusal('same-name', 'You already have a device with this name. Choose another.');
  }
}
