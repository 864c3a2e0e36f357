import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-136',
  title: 'A wrong clock goes unnoticed',
  behaviour: 'The clock of the phone is two minutes off, every code fails, and the app has nothing to say of it.',
  severity: 'medium',
  evidence: 'nextcloud/twofactor_totp#43; andOTP/andOTP#285; gravitational/teleport#2667',
  breaks: ['APP-13'],
  apply: ({ app: { crafts } }) => {
    const { screenAt } = crafts;
    crafts.screenAt = (place, { notice: _, ...said }) => screenAt(place, said);
  },
  async isActive(probe) {
    await probe.phone.setDrift(120);
    return (await probe.signIn()).notice === undefined;
  },
};
