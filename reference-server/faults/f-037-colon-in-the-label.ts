import { formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { ServerFault } from './server-fault.ts';

/** The sign by which the reference replaces a colon, as it stands in an address. */
const REPLACED = encodeURIComponent('\u02d0');

export const fault: ServerFault = {
  id: 'F-037',
  title: 'A colon too many in the label',
  behaviour: 'A colon in a username is encoded and left in the label, where apps take it for the end of the issuer.',
  severity: 'low',
  evidence: 'beemdevelopment/Aegis#1701',
  breaks: ['QRC-06'],
  seams: () => ({ context: () => ({ writeKeyUri: (uri) => formatOtpauthUri(uri).replaceAll(REPLACED, '%3A') }) }),
  async isActive(probe) {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"username":"ana:bo"}' };
    const account = (await (await probe.control('/accounts', init)).json()) as { username: string; password: string };
    const web = probe.web();
    await web.signIn(account);
    const { address } = await web.startRegistration('Phone');
    return (await probe.keyUri({ web, address })).includes('ana%3Abo');
  },
};
