import { withinWindow } from '../registration/one-time-code.ts';
import type { ServerFault } from './server-fault.ts';

/** Three minutes to either side. */
const OFFSETS = Array.from({ length: 13 }, (_, index) => index - 6);

export const fault: ServerFault = {
  id: 'F-067',
  title: 'Codes of three minutes ago',
  behaviour: 'The server accepts the codes of six steps before and after the present one.',
  severity: 'high',
  evidence: 'nextcloud/twofactor_totp#43; speakeasyjs/speakeasy#75; OWASP WSTG-ATHN-11',
  breaks: ['OTP-09'],
  companions: { 'OTP-19': 'codes of two steps away are within six steps' },
  seams: () => ({ policy: { matchingSteps: withinWindow(OFFSETS) } }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, probe.codeOf(started.secret, -6));
  },
};
