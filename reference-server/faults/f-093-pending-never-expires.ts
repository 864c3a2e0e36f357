import type { ServerFault } from './server-fault.ts';

const MONTH_MS = 30 * 24 * 60 * 60_000;

export const fault: ServerFault = {
  id: 'F-093',
  title: 'A registration waits for ever',
  behaviour: 'A QR code that was photographed weeks ago still registers a device.',
  severity: 'medium',
  evidence: 'PingOne documentation: a TOTP pairing expires after 30 minutes',
  breaks: ['FLW-09'],
  companions: {
    'ABU-16': 'what fields decide nothing is seen by a registration that is too old, and none is',
  },
  seams: () => ({ policy: { registrationLifetimeMs: 2 * MONTH_MS } }),
  async isActive(probe) {
    const { account, web, name, address, secret } = await probe.started();
    probe.clock.set(probe.clock.now() + MONTH_MS);
    await web.signIn(account);
    const page = await web.text(address);
    return page.includes('name="code"') && probe.submits({ web, name, address }, probe.codeOf(secret));
  },
};
