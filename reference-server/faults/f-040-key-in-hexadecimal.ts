import { decodeBase32 } from '../../protocol/base32.ts';
import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-040',
  title: 'A key in hexadecimal',
  behaviour:
    'The QR code has the key in hexadecimal digits, which apps read as Base32: they compute codes of another key.',
  severity: 'high',
  evidence: 'kspearrin/Otp.NET#62; Spomky-Labs/otphp#104',
  breaks: ['QRC-02', 'OTP-01'],
  seams: () => ({
    context: () => ({
      writeKeyUri: (uri) => {
        const secret = Buffer.from(decodeBase32(uri.secret)).toString('hex').toUpperCase();
        return formatOtpauthUri({ ...uri, secret });
      },
    }),
  }),
  async isActive(probe) {
    return /secret=[0-9A-F]{40}&/.test(await probe.keyUri(await probe.started()));
  },
};
