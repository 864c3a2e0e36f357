import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedAddresses } from '../protocol/control-api.ts';
import { formatOtpauthUri } from '../protocol/otpauth-uri.ts';
import type { ServerClock } from './clock.ts';
import type { ServerContext } from './context.ts';
import { controlApp } from './control/control-app.ts';
import { clockWithOutages, Outages, ProvokedOutage } from './outages.ts';
import { drawQrSymbol } from './pages/qr-symbol.ts';
import { portalApp } from './portal.ts';
import type { RandomBytes } from './randomness.ts';
import { REFERENCE_POLICY } from './registration/policy.ts';
import { apply } from './registration/rules.ts';
import type { Seams } from './seams.ts';
import { Accounts } from './store/accounts.ts';
import { Audit } from './store/audit.ts';
import { Messages } from './store/messages.ts';
import { PasswordResets } from './store/password-resets.ts';
import { PasswordThrottle } from './store/password-throttle.ts';
import { PhoneSessions } from './store/phone-sessions.ts';
import { WebSessions } from './store/web-sessions.ts';

export interface ReferenceServerOptions {
  clock: ServerClock;
  /** Where the portal and the phone API listen: 127.0.0.1 unless given. */
  host?: string;
  /** 0, and thereby a free port, unless given. */
  port?: number;
  /** Opens the test controls on a second port of 127.0.0.1. Off unless given: whoever reaches them rules the server. */
  control?: { port?: number } | undefined;
  accounts?: readonly { username: string; password: string }[];
  /** When two factors become mandatory for phones, in milliseconds of Unix time. */
  enforcementInstantMs?: number;
  /** Source of ids, tokens and made-up accounts: node:crypto unless given. */
  random?: RandomBytes;
  /** Source of TOTP keys, 20 bytes each: node:crypto unless given. */
  secretSource?: () => Uint8Array;
  /** What it does in another way than it should, or lawfully may. Nothing unless given. */
  seams?: Seams | undefined;
  /** Told of every failure that is answered with 500. Nobody is told unless given. */
  onError?: (error: unknown) => void;
}

export interface ReferenceServer {
  addresses: ServedAddresses;
  /** Ends all connections; all state is gone. */
  close(): Promise<void>;
}

/** 5 March 2024, as the document says, begun in UTC. */
const DOCUMENTED_ENFORCEMENT_INSTANT_MS = Date.UTC(2024, 2, 5);
/** @see RFC 4226 section 4, R6: 160 bits are recommended */
const SECRET_BYTES = 20;
const LOOPBACK = '127.0.0.1';

/**
 * Starts the reference: a portal and the phone API behind it, on one port. For tests and trials alone: plain HTTP, and
 * all state in memory.
 * @throws {Error} of node:net when a port cannot be had
 */
export async function startReferenceServer(options: ReferenceServerOptions): Promise<ReferenceServer> {
  const context = contextOf(options);
  const { host = LOOPBACK, port = 0, control } = options;
  const portal = await listen(portalApp(context, options.seams), { host, port });
  context.portalUrl = urlOf(portal);
  const servers = [portal];
  const addresses: ServedAddresses = { portalUrl: context.portalUrl, phoneApiUrl: context.portalUrl };
  if (control) {
    const controls = await listen(controlApp({ ...context, clock: options.clock }), {
      host: LOOPBACK,
      port: control.port ?? 0,
    }).catch((error) => close(portal).then(() => Promise.reject(error)));
    servers.push(controls);
    addresses.controlUrl = urlOf(controls);
  }
  return { addresses, close: async () => void (await Promise.all(servers.map(close))) };
}

function contextOf(options: ReferenceServerOptions): ServerContext {
  const { random = randomBytes, seams = {}, onError = () => {} } = options;
  const policy = { ...REFERENCE_POLICY, ...seams.policy };
  const outages = new Outages();
  const clock = clockWithOutages(options.clock, outages);
  const accounts = new Accounts(outages, { policy, ...(seams.rules && { rules: seams.rules(apply) }) });
  for (const { username, password } of options.accounts ?? []) accounts.add(username, password);
  const context: ServerContext = {
    clock,
    random,
    policy,
    writeKeyUri: formatOtpauthUri,
    drawSymbol: drawQrSymbol,
    newSecret: options.secretSource ?? (() => randomBytes(SECRET_BYTES)),
    accounts,
    audit: new Audit(),
    messages: new Messages(),
    outages,
    passwordResets: new PasswordResets(random),
    passwordThrottle: new PasswordThrottle(),
    phoneSessions: new PhoneSessions(random),
    webSessions: new WebSessions(clock),
    enforcementInstantMs: options.enforcementInstantMs ?? DOCUMENTED_ENFORCEMENT_INSTANT_MS,
    // Known once it listens; nobody is sent a link before.
    portalUrl: '',
    onError: (error) => {
      if (!(error instanceof ProvokedOutage)) onError(error);
    },
  };
  return Object.assign(context, seams.context?.(context));
}

function listen(listener: RequestListener, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
