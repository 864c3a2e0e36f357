import { type Request, type Response, Router } from 'express';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { PROBLEMS } from '../../protocol/problems.ts';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import type { QrSymbol } from '../pages/qr-symbol.ts';
import { type PageContent, sendPage } from '../pages/render.ts';
import { type Problem, problems } from '../problems.ts';
import type { Registration } from '../registration/account-state.ts';
import { isOver } from '../registration/lifetime.ts';
import { ADDRESSES, registrationAddress } from './addresses.ts';
import { askForProof } from './device-name-pages.ts';
import { onlyAllow, pageNotFound, sendPageWithProblem } from './page-answer.ts';
import { isFactorProven, usernameOf } from './web-session.ts';

/** With a space in it, so that a phone which reads one wrongly is noticed. */
const ISSUER = 'Paircheck Reference';

/** One registration from the QR code to Submit. */
export function registrationPages(context: ServerContext): Router {
  const routes = Router();
  const addresses = [ADDRESSES.registration, ADDRESSES.registrationValues];
  routes.get(addresses, async (request, response, next) => {
    const registration = findRegistration(context, request);
    if (!registration) return pageNotFound(request, response, next);
    await showStep(context, registration, response);
  });
  routes.post(addresses, async (request, response, next) => {
    if (!findRegistration(context, request)) return pageNotFound(request, response, next);
    await submit(context, request, response);
  });
  routes.all(addresses, onlyAllow('GET, HEAD, POST'));
  return routes;
}

/** Looked for among those of the signed-in user alone: to others there is nothing at this address. */
function findRegistration(context: ServerContext, request: Request): Registration | undefined {
  const { registrations } = context.accounts.state(usernameOf(request));
  return registrations.find(({ id }) => id === request.params.id);
}

async function showStep(context: ServerContext, registration: Registration, response: Response): Promise<void> {
  const { devices } = context.accounts.state(usernameOf(response.req));
  if (registration.confirmation) {
    const { deviceName } = registration;
    return sendPage(response, 'finished', { title: 'Setup finished', deviceName, devices });
  }
  if (isOver(registration, { nowMs: context.clock.now(), policy: context.policy }))
    return showOver(response, registration);
  await showSymbol(context, response, { registration });
}

async function submit(context: ServerContext, request: Request, response: Response): Promise<void> {
  const { id: registrationId = '' } = request.params as { id?: string };
  const username = usernameOf(request);
  const code = context.policy.readCode(request.body.code);
  const event = { type: 'submit', registrationId, factorProven: isFactorProven(context, request) } as const;
  const { problem } =
    code === undefined
      ? { problem: problems.badRequest('A one-time code has six digits') }
      : happen(context, username, { ...event, code });
  const registration = findRegistration(context, request);
  if (!registration) throw new Error('a registration was gone after Submit');
  if (problem?.code === 'registration-over') return showOver(response, registration);
  if (problem?.code === 'device-not-verified') return askForProof(request, response, problem);
  if (problem) return showSymbol(context, response, { registration, problem });
  // The time of the first Submit: sending its code again must not make the proof younger.
  if (registration.confirmation) {
    request.session.provenAtMs = registration.confirmation.atMs;
    request.session.provenDeviceId = registrationId;
  }
  // Not at once: the second request of a double click comes with the id that the session has now.
  request.session.renewalDue = true;
  response.redirect(303, registrationAddress(registrationId));
}

/** Drawn once for as long as the registration stands as it does, and forgotten with it: no key outlives its registration. */
const symbols = new WeakMap<Registration, Promise<QrSymbol>>();

function symbolOf(registration: Registration, draw: () => Promise<QrSymbol>): Promise<QrSymbol> {
  const symbol = symbols.get(registration) ?? draw();
  symbols.set(registration, symbol);
  return symbol;
}

interface SymbolStep {
  registration: Registration;
  problem?: Problem;
}

async function showSymbol(
  context: ServerContext,
  response: Response,
  { registration, problem }: SymbolStep,
): Promise<void> {
  const { deviceName, secret } = registration;
  const account = usernameOf(response.req);
  const uri = { type: 'totp', issuer: ISSUER, account, secret, ...DEFAULT_OTP_PARAMETERS, deviceName } as const;
  const content: PageContent = {
    title: 'Scan the QR code',
    symbol: await symbolOf(registration, () => context.drawSymbol(context.writeKeyUri(uri))),
    address: response.req.path,
    valuesAddress: `${registrationAddress(registration.id)}/values`,
    values: isShowingValues(response.req) ? { deviceName, key: inGroups(secret) } : undefined,
  };
  if (problem) sendPageWithProblem(response, problem, ['scan', content]);
  else sendPage(response, 'scan', content);
}

function isShowingValues({ path }: Request): boolean {
  return path.endsWith('/values');
}

/** A key is read and typed more easily in groups; who reads it ignores the spaces. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Finished before, or never in time. */
function showOver(response: Response, { confirmation }: Registration): void {
  response.status(PROBLEMS['registration-over'].status);
  if (confirmation) sendPage(response, 'message', FINISHED_BEFORE);
  else sendPage(response, 'message', { ...EXPIRED, next: ADDRESSES.register });
}

const EXPIRED = {
  title: 'This registration has expired',
  text: 'It was open for 15 minutes, and nothing was registered. Register the device again.',
};
const FINISHED_BEFORE = {
  title: 'This registration was finished before',
  text: 'The device is registered already. This code changed nothing.',
};
