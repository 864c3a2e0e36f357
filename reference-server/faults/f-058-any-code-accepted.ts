import { comparing } from './code-computation.ts';
import { because } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-058',
  title: 'Any code is right',
  behaviour: 'The comparison was left as a stub that always says yes, so any six digits pass for a code.',
  severity: 'critical',
  evidence: 'SandeepVashishtha/Eventra#17838',
  breaks: ['OTP-09', 'FLW-03'],
  companions: {
    ...because('it submits a code of another time, key or computation, and that passes too', [
      'QRC-08',
      'OTP-11',
      'OTP-17',
      'OTP-19',
      'FLW-04',
      'FLW-10',
      'FLW-11',
      'AFT-05',
      'ABU-16',
    ]),
    ...because('no code is ever wrong, so none is refused, counted or told of', [
      'AFT-10',
      'ABU-01',
      'ABU-02',
      'ABU-03',
      'ABU-05',
      'ACC-08',
    ]),
    'OTP-13': 'a used code is any code, and passes in the next step',
    'OTP-16': 'a wrong code is accepted, and so uses its step up',
  },
  seams: () => ({ policy: comparing(() => true, [0]) }),
  async isActive(probe) {
    const started = await probe.started();
    return probe.submits(started, probe.codeOf(started.secret, 1000));
  },
};
