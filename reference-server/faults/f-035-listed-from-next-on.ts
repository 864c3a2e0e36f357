import type { AccountState, RegisteredDevice, Registration } from '../registration/account-state.ts';
import type { Rules } from '../registration/policy.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-035',
  title: 'Next registers the device',
  behaviour: 'A device is on the list as soon as its QR code is shown, and stays there when nobody ever enters a code.',
  severity: 'high',
  evidence: 'wso2/product-is#7946',
  breaks: ['NAV-11', 'FLW-01'],
  companions: {
    ...because(
      'that a code was refused is seen by a device that is not on the list, and here it is there before any code',
      [
        'QRC-08',
        'OTP-04',
        'OTP-05',
        'OTP-09',
        'OTP-11',
        'OTP-17',
        'OTP-19',
        'FLW-03',
        'FLW-08',
        'FLW-09',
        'ABU-01',
        'ABU-03',
        'ABU-16',
      ],
    ),
    ...because('a registration that was not carried through has to leave nothing on the list, and leaves a device', [
      'FLW-04',
      'FLW-11',
      'ABU-07',
      'ABU-17',
      'APP-14',
    ]),
    ...because('what is told of a registered device is told with its QR code, and not when a code is accepted', [
      'AFT-09',
      'AFT-10',
    ]),
  },
  seams: () => ({ rules: registeringAtOnce }),
  async isActive(probe) {
    const { web } = await probe.started();
    return (await probe.listed(web)).includes('<bdi>Phone</bdi>');
  },
};

/** The rules themselves see the devices that were confirmed; everyone else sees the others as well. */
function registeringAtOnce(rules: Rules): Rules {
  return (state, event, at) => {
    const isSubmit = event.type === 'start' || event.type === 'submit';
    const transition = rules(isSubmit ? confirmedOf(state) : state, event, at);
    return { ...transition, state: withUnconfirmed(transition.state) };
  };
}

function confirmedOf(state: AccountState): AccountState {
  return { ...state, devices: state.devices.filter(({ id }) => !unconfirmedIn(state).some((one) => one.id === id)) };
}

function withUnconfirmed(state: AccountState): AccountState {
  const missing = unconfirmedIn(state).filter(({ id }) => !state.devices.some((device) => device.id === id));
  return { ...state, devices: [...state.devices, ...missing.map(deviceOf)] };
}

function unconfirmedIn({ registrations }: AccountState): Registration[] {
  return registrations.filter(({ confirmation }) => !confirmation);
}

function deviceOf({ id, deviceName: name, secret, startedAtMs: registeredAtMs }: Registration): RegisteredDevice {
  return { id, name, secret, registeredAtMs, lastAcceptedStep: -1 };
}
