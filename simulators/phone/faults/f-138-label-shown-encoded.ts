import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-138',
  title: 'The label is shown encoded',
  behaviour: 'The app shows the label of a QR code as it stands there: "My%20Service%3Aana".',
  severity: 'low',
  evidence: 'stratumauth/app#271',
  breaks: ['APP-09'],
  apply: ({ app: { crafts } }) => {
    const { readSymbol } = crafts;
    crafts.readSymbol = (text) => ({
      ...readSymbol(text),
      account: /^otpauth:\/\/\w+\/([^?]*)/i.exec(text)?.[1] ?? '',
    });
  },
  async isActive(probe) {
    const { accounts } = await probe.scan('otpauth://totp/My%20Service%3Aana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    return accounts.some((account) => account.includes('%'));
  },
};
