import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-036',
  title: 'Spaces become plus signs',
  behaviour: 'The key URI is written like a form, a space as "+", so that apps show "Paircheck+Reference".',
  severity: 'medium',
  evidence:
    'keycloak/keycloak#52296; oslo-project/otp#8; pyauth/pyotp#47; dashbitco/nimble_totp#10; stratumauth/app#271',
  breaks: ['QRC-07'],
  companions: {
    ...because('the phone reads a name with plus signs, with which the server knows no registration', [
      'LOG-07',
      'FLW-12',
      'APP-14',
    ]),
    'QRC-06': 'a username is spelled with a plus sign for its space',
    'ABU-10': 'issuer and name are spelled with plus signs in the QR code',
  },
  seams: () => ({ context: () => ({ writeKeyUri: (uri) => formatOtpauthUri(uri).replaceAll('%20', '+') }) }),
  async isActive(probe) {
    return (await probe.keyUri(await probe.started())).includes('Paircheck+Reference');
  },
};
