import type { RequestHandler } from 'express';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import type { ServerContext } from '../context.ts';
import { sendPage } from '../pages/render.ts';
import type { Registration } from '../registration/account-state.ts';
import { refuseForeignForms } from '../routes/web-session.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-033',
  title: 'Strangers reach the registration',
  behaviour:
    'The pages of the registration do not ask who is there: the form opens without a sign-in, and whoever has the ' +
    'address of a QR code sees it.',
  severity: 'critical',
  evidence: 'derived from the document, sentence S12; OWASP ASVS 5.0 8.3.1',
  breaks: ['NAV-03'],
  companions: {
    'NAV-02': 'it looks at what a stranger is shown at the address of the form',
  },
  seams: () => {
    const owners = new Map<string, string>();
    return { pages: (context) => openToAll(context, owners) };
  },
  async isActive(probe) {
    const { address } = await probe.started();
    return (await probe.keyUri({ web: probe.web(), address })).startsWith('otpauth://');
  },
};

/** `owners` tells whose registration is at which address. */
function openToAll(context: ServerContext, owners: Map<string, string>): RequestHandler {
  return async (request, response, next) => {
    const { method } = request;
    const path = request.path.replace(/\/values$/, '');
    const { username } = request.session;
    const owner = owners.get(path) ?? '';
    if (username !== undefined) owners.set(path, username);
    if (username !== undefined || method !== 'GET') return next();
    const showForm = () => sendPage(response, 'device-name', { title: 'Register new device', typedName: '' });
    if (path === REGISTER) return refuseForeignForms(request, response, showForm);
    const registration = context.accounts.has(owner) ? registrationAt(context, owner, path) : undefined;
    if (!registration) return next();
    const uri = { ...DEFAULT_OTP_PARAMETERS, ...registration, type: 'totp', account: owner } as const;
    const symbol = await context.drawSymbol(context.writeKeyUri(uri));
    sendPage(response, 'scan', { title: 'Scan the QR code', symbol, address: path, valuesAddress: `${path}/values` });
  };
}

function registrationAt({ accounts }: ServerContext, owner: string, path: string): Registration | undefined {
  return accounts.state(owner).registrations.find(({ id }) => path === `${REGISTER}/${id}`);
}
