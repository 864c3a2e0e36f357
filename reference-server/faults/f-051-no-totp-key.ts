import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-051',
  title: 'A QR code of another kind',
  behaviour:
    'The QR code holds a key for codes that are counted, not timed, so apps compute codes that the server never takes.',
  severity: 'high',
  evidence: 'derived from the document, sentences S4 and S16',
  breaks: ['QRC-01'],
  companions: {
    ...because('the app refuses the QR code, so it stays at the scanner', ['LOG-07', 'FLW-12', 'APP-14']),
    'ABU-10': 'a QR code that no phone can use registers nothing',
  },
  seams: () => ({
    context: () => ({
      writeKeyUri: (uri) => `${formatOtpauthUri(uri).replace('otpauth://totp/', 'otpauth://hotp/')}&counter=0`,
    }),
  }),
  async isActive(probe) {
    return (await probe.keyUri(await probe.started())).startsWith('otpauth://hotp/');
  },
};
