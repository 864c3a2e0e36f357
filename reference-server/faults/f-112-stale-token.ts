import { PHONE_API } from '../../protocol/phone-api.ts';
import type { ServerFault } from './server-fault.ts';

/** Stands where the new token would, and never leaves the server. */
const THROWN_AWAY = 'thrown-away';

export const fault: ServerFault = {
  id: 'F-112',
  title: 'The token of before the code is handed out again',
  behaviour:
    'After the code the app gets a new token in name: the new one is thrown away, and the answer has the one of before, ' +
    'which now opens the account for whoever saw it.',
  severity: 'high',
  evidence: 'objectstack-ai/objectstack#10954',
  breaks: ['ABU-08'],
  seams: () => ({
    context: ({ phoneSessions }) => {
      phoneSessions.prove = (session, deviceId, nowMs) => {
        Object.assign(session, { deviceId, provenAtMs: nowMs });
        return THROWN_AWAY;
      };
      return {};
    },
    phoneApi: () => (request, response, next) => {
      const [, token] = /^Bearer (.*)$/i.exec(request.get('Authorization') ?? '') ?? [];
      const json = response.json.bind(response);
      response.json = (body) => json(body?.token === THROWN_AWAY ? { ...body, token } : body);
      next();
    },
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    probe.pass(3);
    const phone = probe.phone();
    await phone.signIn(account);
    const before = phone.token;
    const { body } = await phone.call('POST', PHONE_API.oneTimeCode, { code: probe.codeOf(secret) });
    return body.token === before;
  },
};
