import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-016',
  title: 'Going back removes the pop-up',
  behaviour: "The phone's gesture for going back closes the pop-up, and the conversations are behind it.",
  severity: 'high',
  evidence: 'derived from the document, sentences S3 and S9',
  breaks: ['POP-04'],
  apply: ({ phone, app }) => {
    const gesture = phone.gesture.bind(phone);
    phone.gesture = async (made) => {
      if (made === 'going back' && app.place === 'verify device') app.show('conversations');
      else await gesture(made);
    };
  },
  async isActive(probe) {
    await probe.signIn();
    await probe.phone.gesture('going back');
    return (await probe.screen()).isProtected;
  },
};
