import { DEFAULT_OTP_PARAMETERS } from '../../../protocol/otpauth-uri.ts';
import type { PhoneFault } from './phone-fault.ts';

const STEP_MS = DEFAULT_OTP_PARAMETERS.periodSeconds * 1000;

export const fault: PhoneFault = {
  id: 'F-135',
  title: 'An expired code is shown to who comes back',
  behaviour:
    'While another app is in front, the app counts no time: back in it, the old code is there until the next step begins.',
  severity: 'medium',
  evidence: 'derived from RFC 6238 section 4.2',
  breaks: ['APP-03'],
  apply: ({ phone, app, hardware }) => {
    const step = () => Math.floor(hardware.now() / STEP_MS);
    let left: string | undefined;
    let returnedInStep = -1;
    const gesture = phone.gesture.bind(phone);
    phone.gesture = async (made) => {
      if (made === 'leaving the app for another' && app.place === 'one-time code') left = app.oneTimeCode();
      if (made === 'returning to the app') returnedInStep = step();
      await gesture(made);
    };
    const oneTimeCode = app.oneTimeCode.bind(app);
    app.oneTimeCode = () => (left !== undefined && step() === returnedInStep ? left : oneTimeCode());
  },
  async isActive(probe) {
    await probe.scan();
    await probe.phone.gesture('leaving the app for another');
    const left = await probe.phone.oneTimeCode();
    await probe.clock.advance(STEP_MS / 1000);
    await probe.phone.gesture('returning to the app');
    return (await probe.phone.oneTimeCode()) === left;
  },
};
