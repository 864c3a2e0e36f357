import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** By what it is known that a program is ready; all that is given has to hold. */
export interface ReadyWhen {
  /** An address that answers, with anything but an error of the server's (5xx). */
  url?: string;
  /** A regular expression that a line of its standard output matches. */
  line?: string;
  /** A port of this machine that is listened to. */
  port?: number;
}

/** Between two looks. */
const PACE_MS = 100;
/** For one look. */
const LOOK_MS = 2000;
const SERVER_ERROR = 500;

/** What is wrong still, in words; `undefined` when nothing is. */
type Look = (signal: AbortSignal) => Promise<string | undefined>;

/** Where somebody waits, and what is known meanwhile. */
export interface Waiting {
  /** Ends the waiting. */
  signal: AbortSignal;
  /** Hears every line of standard output. */
  onLine(hear: (line: string) => void): void;
  /** Told of what was wrong at each look. */
  tell(fault: string): void;
}

/** Waits for all conditions that are given. @throws when the waiting is ended */
export async function untilReady({ url, line, port }: ReadyWhen, waiting: Waiting): Promise<void> {
  const pattern = line === undefined ? undefined : new RegExp(line);
  await Promise.all([
    pattern && untilLine((said) => pattern.test(said), waiting),
    url !== undefined && untilSeen((signal) => lookAtUrl(url, signal), waiting),
    port !== undefined && untilSeen((signal) => lookAtPort('localhost', port, signal), waiting),
  ]);
}

/** Waits for a line. @throws when the waiting is ended */
export async function untilLine(isIt: (line: string) => boolean, { signal, onLine }: Waiting): Promise<void> {
  const heard = new EventTarget();
  onLine((line) => isIt(line) && heard.dispatchEvent(new Event('line')));
  await once(heard, 'line', { signal });
}

async function untilSeen(look: Look, { signal, tell }: Waiting): Promise<void> {
  for (;;) {
    const fault = await look(AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]));
    if (fault === undefined) return;
    // A look that was broken off saw nothing.
    if (!signal.aborted) tell(fault);
    await delay(PACE_MS, undefined, { signal });
  }
}

async function lookAtUrl(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { status, body } = await fetch(url, { redirect: 'manual', signal });
    await body?.cancel();
    return status < SERVER_ERROR ? undefined : `it answered with status ${status}`;
  } catch (error) {
    return whyOf(error);
  }
}

async function lookAtPort(host: string, port: number, signal: AbortSignal): Promise<string | undefined> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect', { signal });
    return undefined;
  } catch (error) {
    return whyOf(error);
  } finally {
    socket.destroy();
  }
}

function whyOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.message || cause?.code || message || (error as { code?: string }).code || String(error);
}

/** The first place of those that a program is to listen at where somebody does already, such as `localhost:8080`. */
export async function takenPlace({ url, port }: ReadyWhen): Promise<string | undefined> {
  const places = [...(url === undefined ? [] : [placeOf(url)]), ...(port === undefined ? [] : [`localhost:${port}`])];
  for (const place of places) {
    const { hostname, port: number } = new URL(`tcp://${place}`);
    const host = hostname.replace(/^\[|\]$/g, '');
    const fault = await lookAtPort(host, Number(number), AbortSignal.timeout(LOOK_MS));
    if (fault === undefined) return place;
  }
  return undefined;
}

function placeOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}
