import { upon, withDevices } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-100',
  title: 'The device is listed under another name',
  behaviour: 'Submit reports success with the name that was given, but what is stored is "Mobile device".',
  severity: 'high',
  evidence: 'derived from the document, sentences S14 and S19',
  breaks: ['FLW-02', 'AFT-02'],
  seams: () => ({
    rules: upon('submit', ({ state, event, at }, rules) => {
      const transition = rules(state, event, at);
      const isNew = (id: string) => !state.devices.some((device) => device.id === id);
      const renamed = withDevices(transition.state, (one) => (isNew(one.id) ? { ...one, name: 'Mobile device' } : one));
      return { ...transition, state: renamed };
    }),
  }),
  async isActive(probe) {
    const started = await probe.started('Phone of Ana');
    return !(await probe.submits(started, probe.codeOf(started.secret)));
  },
};
