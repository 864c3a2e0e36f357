import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { ServerFault } from './server-fault.ts';

/** @see RFC 4648 section 6: text of a length that is a multiple of eight */
const GROUP = 8;

export const fault: ServerFault = {
  id: 'F-039',
  title: 'A padded key',
  behaviour: 'Keys have 26 letters, and the QR code pads them with "=" to a length that several apps refuse.',
  severity: 'medium',
  evidence:
    'pquerna/otp#15; dullage/flatnotes#237; keepassxreboot/keepassxc#3255; google/google-authenticator#652; ' +
    'Yubico/yubioath-flutter#1759',
  breaks: ['QRC-09'],
  seams: () => ({
    context: ({ random }) => ({
      newSecret: () => random(16),
      writeKeyUri: (uri) => formatOtpauthUri({ ...uri, secret: padded(uri.secret) }),
    }),
  }),
  async isActive(probe) {
    return (await probe.keyUri(await probe.started())).includes('%3D');
  },
};

function padded(secret: string): string {
  return secret.padEnd(Math.ceil(secret.length / GROUP) * GROUP, '=');
}
