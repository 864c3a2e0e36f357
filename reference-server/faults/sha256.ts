import { randomBytes } from 'node:crypto';
import { parseOtpauthUri } from '../../protocol/otpauth-uri.ts';
import type { Seams } from '../seams.ts';
import { type Computation, codeOfStep, comparing, stepAt, whereDevicesAreProven } from './code-computation.ts';
import type { Probe } from './probe.ts';

const SHA256 = { algorithm: 'SHA256' } as const;
/** As long as the hash. @see RFC 4226 section 4, R6, RFC 6238 section 5.1 */
const SECRET_BYTES = 32;
const TRIES = 5;

/** A server whose QR codes ask for SHA256, and which computes codes at the sign-in in this wrong way. */
export function sha256With(wrong: Partial<Computation>): Seams {
  const compare = (computation: Partial<Computation>) =>
    comparing((secret, code, step) => code === codeOfStep(secret, step, { ...SHA256, ...computation }));
  return {
    context: ({ writeKeyUri }) => ({
      newSecret: () => randomBytes(SECRET_BYTES),
      writeKeyUri: (uri) => writeKeyUri({ ...uri, ...SHA256 }),
    }),
    policy: compare({}),
    rules: whereDevicesAreProven(compare(wrong)),
  };
}

/** Whether a server that asks for SHA256 refuses such codes at the sign-in. */
export async function refusesSha256(probe: Probe): Promise<boolean> {
  const started = await probe.started();
  const { algorithm, secret } = parseOtpauthUri(await probe.keyUri(started));
  if (algorithm !== 'SHA256') return false;
  const code = () => codeOfStep(secret, stepAt(probe.clock.now()), SHA256);
  if (!(await probe.submits(started, code()))) return false;
  const phone = probe.phone();
  await phone.signIn(started.account);
  for (let tries = 0; tries < TRIES; tries += 1) {
    probe.pass(3);
    if (!(await phone.proves(code()))) return true;
  }
  return false;
}
