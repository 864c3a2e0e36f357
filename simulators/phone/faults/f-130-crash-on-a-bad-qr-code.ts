import type { AppCrafts } from '../app-crafts.ts';
import { UnusableRegistration } from '../key-entry.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-130',
  title: 'A bad QR code ends the app',
  behaviour: 'A key URI that cannot be used ends the app; who opens it again stands where the sign-in leads.',
  severity: 'medium',
  evidence: 'google/google-authenticator#36, #221, #677; freeotp/freeotp-android#29, #41',
  breaks: ['APP-07'],
  companions: {
    'APP-05': 'A hash that the app does not know is one of the things that end it.',
    'APP-08': 'A counter-based key is one of the things that end it.',
  },
  apply: ({ app }) => {
    const see = app.see.bind(app);
    app.see = (symbol) => (symbol !== undefined && isBad(symbol, app.crafts) ? app.reopen() : see(symbol));
  },
  async isActive(probe) {
    const { message } = await probe.scan('otpauth://totp/user?secret=');
    return message === undefined;
  },
};

function isBad(symbol: string, { readSymbol }: AppCrafts): boolean {
  if (!symbol.startsWith('otpauth:')) return false;
  try {
    readSymbol(symbol);
    return false;
  } catch (error) {
    if (error instanceof UnusableRegistration) return true;
    throw error;
  }
}
