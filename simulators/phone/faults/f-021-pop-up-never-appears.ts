import { TITLES } from '../screens.ts';
import { because } from './companions.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-021',
  title: 'The pop-up never appears',
  behaviour: 'A phone that is not registered lands on the sign-in screen with an error in place of the pop-up.',
  severity: 'high',
  evidence: 'derived from the document, sentence S9',
  breaks: ['POP-01'],
  companions: {
    'LOG-07': 'a phone without its pop-up cannot be registered, in whatever order people sign in',
    ...because('It asks for the pop-up, to tell that the phone has to be verified.', ['LOG-01', 'LOG-04']),
    'ACC-07': 'It is the pop-up that has to be announced.',
  },
  apply: ({ app }) => {
    const show = app.show.bind(app);
    app.show = (place, message) => {
      if (place === 'verify device') show('signed out', 'Something went wrong');
      else show(place, message);
    };
  },
  async isActive(probe) {
    return (await probe.signIn()).title !== TITLES.verifyDevice;
  },
};
