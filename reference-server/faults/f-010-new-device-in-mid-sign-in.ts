import { sendPage } from '../pages/render.ts';
import type { Rules } from '../registration/policy.ts';
import { refuseForeignForms } from '../routes/web-session.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

export const fault: ServerFault = {
  id: 'F-010',
  title: 'The password alone registers another device',
  behaviour:
    'The registration asks for no code of the device that is there, so whoever has the password adds an own phone.',
  severity: 'critical',
  evidence: 'oliwarner/django-multifactor#107; realvnc-labs/rport#332; jaredhanson/passport-totp#9',
  breaks: ['ABU-15', 'AFT-08'],
  companions: {
    'ABU-08': 'it looks whether the session of before the code still leads to the form, and here any session does',
  },
  seams: () => ({
    rules: withoutProof,
    pages: () => (request, response, next) => {
      const isForm = request.path === REGISTER && request.method === 'GET' && request.session.username !== undefined;
      const showForm = () => sendPage(response, 'device-name', { title: 'Register new device', typedName: '' });
      if (isForm) refuseForeignForms(request, response, showForm);
      else next();
    },
  }),
  async isActive(probe) {
    const { account } = await probe.registered();
    const web = probe.web();
    await web.signIn(account);
    const { address, secret } = await web.startRegistration('Other phone').catch(() => ({ address: '', secret: '' }));
    return address !== '' && probe.submits({ web, address, name: 'Other phone' }, probe.codeOf(secret));
  },
};

function withoutProof(rules: Rules): Rules {
  return (state, event, at) => {
    const isRegistration = event.type === 'start' || event.type === 'submit';
    return rules(state, isRegistration ? { ...event, factorProven: true } : event, at);
  };
}
