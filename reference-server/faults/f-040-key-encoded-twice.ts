import { encodeBase32 } from '../../protocol/base32.ts';
import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
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
