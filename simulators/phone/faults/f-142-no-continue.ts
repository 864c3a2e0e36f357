import { ACTIONS, TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-142',
  title: 'No Continue',
  behaviour:
    'Below the one-time code there is nothing to tap but Cancel, and the app never asks whether it is registered.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S20',
  breaks: ['FLW-05'],
  companions: { 'FLW-12': 'After a restart the app has to offer Continue, or Scan QR.' },
  apply: ({ app: { crafts } }) => {
    const { screenAt, taps } = crafts;
    crafts.screenAt = (place, said) => {
      const screen = screenAt(place, said);
      return { ...screen, actions: screen.actions.filter((action) => action !== ACTIONS.continue) };
    };
    const { [ACTIONS.continue]: _, ...others } = taps['one-time code'] ?? {};
    crafts.taps = { ...taps, 'one-time code': others };
  },
  async isActive(probe) {
    await probe.scan();
    const { title, actions } = await probe.screen();
    return title === TITLES.oneTimeCode && !actions.includes(ACTIONS.continue);
  },
};
