import { codeOfStep, comparing, whereDevicesAreProven } from './code-computation.ts';
import { because, SIGN_IN_WITH_A_CODE } from './companions.ts';
import type { ServerFault } from './server-fault.ts';

const signed = { wordAt: (hash: Buffer, offset: number) => hash.readInt32BE(offset) };

export const fault: ServerFault = {
  id: 'F-073',
  title: 'The sign bit is not masked',
  behaviour:
    'At the sign-in the server takes the truncated word as a signed number, so it expects a negative code in about every ' +
    'second step.',
  severity: 'high',
  evidence: 'derived from RFC 4226 section 5.3',
  breaks: ['OTP-02'],
  companions: because('it signs in with the right code of a registered device, of which every second one is refused', [
    ...SIGN_IN_WITH_A_CODE,
    'OTP-11',
  ]),
  seams: () => ({
    rules: whereDevicesAreProven(comparing((secret, code, step) => code === codeOfStep(secret, step, signed))),
  }),
  async isActive(probe) {
    const { account, secret } = await probe.registered();
    const phone = probe.phone();
    await phone.signIn(account);
    do probe.pass(3);
    while (!codeOfStep(secret, Math.floor(probe.clock.now() / 30_000), signed).startsWith('-'));
    await phone.signIn(account);
    return !(await phone.proves(probe.codeOf(secret)));
  },
};
