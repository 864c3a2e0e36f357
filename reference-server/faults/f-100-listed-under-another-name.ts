import { upon, withDevices } from './account-changes.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-100',
  title: 'The device is listed under another name',
  behaviour:
    'Submit reports success with the name that was given, but once a phone has taken part, what is stored is "Mobile ' +
    'device".',
  severity: 'high',
  evidence: 'derived from the document, sentences S14 and S19',
  breaks: ['FLW-02', 'AFT-02'],
  companions: because('it looks for the device by the name that was given, and it is not on the list', [
    'LOG-07',
    'CAM-04',
    'NAV-07',
    'NAV-08',
    'NAV-09',
    'MAN-04',
    'FLW-03',
    'FLW-05',
    'FLW-11',
    'FLW-12',
    'AFT-03',
    'AFT-04',
    'AFT-05',
    'AFT-08',
    'AFT-11',
    'ABU-07',
    'ABU-09',
    'APP-14',
  ]),
  seams: () => ({
    rules: upon('submit', ({ state, event, at }, rules) => {
      const transition = rules(state, event, at);
      const own = state.registrations.find(({ id }) => id === event.registrationId);
      if (own?.phoneSessionId === undefined) return transition;
      const renamed = withDevices(transition.state, (one) =>
        one.id === own.id ? { ...one, name: 'Mobile device' } : one,
      );
      return { ...transition, state: renamed };
    }),
  }),
  async isActive(probe) {
    const started = await probe.started('Phone of Ana');
    const phone = probe.phone();
    await phone.signIn(started.account);
    await phone.pairs(started.name, started.secret);
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
