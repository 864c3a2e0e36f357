import type { Rules } from '../registration/policy.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-087',
  title: 'A device is registered as soon as its QR code is shown',
  behaviour: 'Next puts the device on the list already. Who gives up then owns a device whose codes nobody has.',
  severity: 'high',
  evidence: 'wso2/product-is#6636; wso2/product-is#7946; LinOTP/LinOTP#45',
  breaks: ['FLW-01', 'FLW-11'],
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
