import type { RequestHandler } from 'express';
import { encodeBase32 } from '../../protocol/base32.ts';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import type { ServerContext } from '../context.ts';
import type { QrSymbol } from '../pages/qr-symbol.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-028',
  title: 'A QR code before there is a name',
  behaviour: 'A key is made and its QR code shown as soon as the form for the name is opened.',
  severity: 'low',
  evidence: 'derived from the document, sentences S13 to S16',
  breaks: ['NAV-04'],
  companions: {
    'AFT-07': 'what shows a key once the phone is registered is looked for on the page for another name as well',
    'ABU-07': 'a link on another site leads to the form, and thereby to a QR code',
  },
  seams: () => ({ pages: symbolBesideTheName }),
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return (await probe.keyUri({ web, address: REGISTER })).startsWith('otpauth://');
  },
};

function symbolBesideTheName(context: ServerContext): RequestHandler {
  return async (request, response, next) => {
    const { username } = request.session;
    if (username === undefined || request.path !== REGISTER || request.method !== 'GET') return next();
    const symbol = await freshSymbol(context, username);
    const side = symbol.sidePixels;
    const picture = `<img class="symbol" src="${symbol.dataUri}" width="${side}" height="${side}" alt="QR code">`;
    rewriteHtml((html) => html.replace('<p class="step">', `${picture}$&`))(request, response, next);
  };
}

function freshSymbol({ newSecret, writeKeyUri, drawSymbol }: ServerContext, account: string): Promise<QrSymbol> {
  const secret = encodeBase32(newSecret());
  return drawSymbol(writeKeyUri({ type: 'totp', account, secret, ...DEFAULT_OTP_PARAMETERS }));
}
