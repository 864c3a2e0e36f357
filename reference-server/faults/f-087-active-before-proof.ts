import type { Rules } from '../registration/policy.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-087',
  title: 'A device is registered as soon as its QR code is shown',
  behaviour:
    'Next puts the device on the list already, and only a wrong code takes it off again. Who gives up before owns a device ' +
    'whose codes nobody has.',
  severity: 'high',
  evidence: 'wso2/product-is#6636; wso2/product-is#7946; LinOTP/LinOTP#45',
  breaks: ['FLW-01', 'FLW-11'],
  companions: {
    'AFT-09': 'the message about the device came with its QR code, and none comes when it is submitted',
    ...because('that nothing was registered is seen by the list, and the list has the device from Next on', [
      'NAV-11',
      'QRC-08',
      'OTP-04',
      'OTP-05',
      'OTP-17',
      'FLW-04',
      'FLW-08',
      'ABU-07',
      'ABU-17',
      'APP-14',
    ]),
  },
  seams: () => ({ rules: registeringAtOnce }),
  async isActive(probe) {
    const { web, name } = await probe.started();
    return (await probe.listed(web)).includes(name);
  },
};

function registeringAtOnce(rules: Rules): Rules {
  return (state, event, at) => {
    if (event.type === 'submit') {
      const devices = state.devices.filter(
        ({ id, lastAcceptedStep }) => id !== event.registrationId || lastAcceptedStep >= 0,
      );
      return rules({ ...state, devices }, event, at);
    }
    const transition = rules(state, event, at);
    if (event.type !== 'start' || transition.problem) return transition;
    const { registrationId: id, deviceName: name, secret } = event;
    const device = { id, name, secret, registeredAtMs: at.nowMs, lastAcceptedStep: -1 };
    return { ...transition, state: { ...transition.state, devices: [...state.devices, device] } };
  };
}
