import { upon } from './account-changes.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-094',
  title: 'Another phone is told that it is registered',
  behaviour: 'Whichever phone of the user asks first after Submit is told "registered", though another one scanned.',
  severity: 'high',
  evidence: 'derived from the document, sentences S6 and S21',
  breaks: ['FLW-13'],
  seams: () => ({
    rules: upon('continue', ({ state, event, at }, rules) => {
      const isOwn = state.registrations.some(({ phoneSessionId }) => phoneSessionId === event.phoneSessionId);
      const waiting = state.registrations.findLast(({ confirmation, continued }) => confirmation && !continued);
      if (isOwn || waiting?.phoneSessionId === undefined) return rules(state, event, at);
      return rules(state, { ...event, phoneSessionId: waiting.phoneSessionId }, at);
    }),
  }),
  async isActive(probe) {
    const started = await probe.started();
    const [phone, other] = [probe.phone(), probe.phone()];
    await phone.signIn(started.account);
    await other.signIn(started.account);
    await phone.pairs(started.name, started.secret);
    await probe.submits(started, probe.codeOf(started.secret));
    return other.continues();
  },
};
