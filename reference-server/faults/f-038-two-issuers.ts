import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-038',
  title: 'Two different issuers',
  behaviour: 'The QR code names one issuer in the label and another among the parameters, so apps mix entries up.',
  severity: 'low',
  evidence: 'Spomky-Labs/otphp#47; dlenski/python-vipaccess#53',
  breaks: ['QRC-05'],
  companions: {
    'QRC-06': 'the label is taken apart by the issuer that the parameter names, and does not begin with it',
  },
  seams: () => ({
    context: () => ({ writeKeyUri: (uri) => formatOtpauthUri(uri).replace(/(?<=&issuer=)[^&]*/, 'Paircheck') }),
  }),
  async isActive(probe) {
    return /Reference:.*&issuer=Paircheck&/.test(await probe.keyUri(await probe.started()));
  },
};
