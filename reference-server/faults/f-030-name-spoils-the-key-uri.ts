import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-030',
  title: 'A device name changes what the QR code says',
  behaviour: 'The device name is put into the key URI as it is, so what follows a "&" in it is a parameter of its own.',
  severity: 'medium',
  evidence: 'Authenticator-Extension/Authenticator#570',
  breaks: ['QRC-07', 'ABU-10'],
  seams: () => ({
    context: () => ({
      writeKeyUri: ({ deviceName = '', ...uri }) => `${formatOtpauthUri(uri)}&device=${deviceName}`,
    }),
  }),
  async isActive(probe) {
    return (await probe.keyUri(await probe.started('1 &digits=8'))).includes('&digits=8');
  },
};
