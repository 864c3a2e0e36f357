import { AsyncLocalStorage } from 'node:async_hooks';
import { countedBy } from './counting.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-106',
  title: 'Wrong codes are counted by an address that the client names',
  behaviour:
    'The count belongs to the first address in X-Forwarded-For: whoever names another each time is never stopped.',
  severity: 'high',
  evidence: 'futrx-com/remote.futrx#112; schaurian/schautrack#140',
  breaks: ['ABU-06'],
  seams: () => {
    const claimed = new AsyncLocalStorage<string | undefined>();
    return {
      phoneApi: () => (request, _response, next) =>
        claimed.run(request.get('X-Forwarded-For')?.split(',')[0]?.trim(), next),
      rules: countedBy((_event, { devices }) => {
        const address = claimed.getStore();
        return address === undefined ? undefined : `${address} ${devices[0]?.id}`;
      }),
    };
  },
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    probe.pass(3);
    const phone = probe.phone();
    await phone.signIn(account);
    for (let tries = 1; tries <= 10; tries += 1) {
      phone.headers = { 'x-forwarded-for': `203.0.113.${tries}` };
      await phone.proves(probe.codeOf(secret, 1000));
    }
    return phone.proves(probe.codeOf(secret));
  },
};
