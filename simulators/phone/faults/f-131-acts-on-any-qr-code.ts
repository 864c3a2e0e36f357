import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-131',
  title: 'Any QR code is acted on',
  behaviour: 'The scanner hands what is no registration to the system: a page is opened, a number is dialled.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S16',
  breaks: ['APP-06'],
  apply: ({ app, hardware }) => {
    const see = app.see.bind(app);
    app.see = (symbol) => {
      if (symbol !== undefined && !symbol.startsWith('otpauth:')) hardware.openedLinks.push(symbol);
      return see(symbol);
    };
  },
  async isActive(probe) {
    await probe.scan('https://www.example.com/');
    return (await probe.phone.openedLinks()).length > 0;
  },
};
