import { encodeBase32 } from '../../protocol/base32.ts';
import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-040',
  title: 'A key that is encoded twice',
  behaviour:
    'The text of the key is encoded once more for the QR code, in small letters: apps compute with another key than the ' +
    'server, if they take it for Base32 at all.',
  severity: 'high',
  evidence: 'kspearrin/Otp.NET#62; Spomky-Labs/otphp#104',
  breaks: ['QRC-02', 'OTP-01'],
  companions: {
    ...because(
      "phones compute with the key of the QR code, which is not the server's, so no code is right and nothing is registered",
      [
        'LOG-07',
        'NAV-10',
        'QRC-13',
        'OTP-03',
        'OTP-06',
        'OTP-07',
        'OTP-08',
        'OTP-10',
        'OTP-11',
        'OTP-12',
        'OTP-15',
        'OTP-16',
        'FLW-07',
        'FLW-10',
        'ABU-01',
        'ABU-04',
        'ABU-05',
        'ABU-10',
        'ACC-03',
        'ACC-06',
      ],
    ),
    ...because('the key for typing is the right one, and thereby another than that of the QR code', [
      'MAN-02',
      'MAN-03',
      'MAN-04',
    ]),
    ...because('the server knows no registration with the key that was scanned, so the app does not go on', [
      'FLW-12',
      'APP-14',
    ]),
  },
  seams: () => ({
    context: () => ({
      writeKeyUri: (uri) => {
        const secret = encodeBase32(Buffer.from(uri.secret, 'ascii')).toLowerCase();
        return formatOtpauthUri({ ...uri, secret });
      },
    }),
  }),
  async isActive(probe) {
    return /secret=[a-z2-7]{52}&/.test(await probe.keyUri(await probe.started()));
  },
};
