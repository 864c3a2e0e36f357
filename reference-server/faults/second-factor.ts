import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request } from 'express';
import type { NextStep } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { nextStep } from '../registration/next-step.ts';
import { findPhoneSession } from '../routes/phone-request.ts';
import type { Seams } from '../seams.ts';

/** A call of a phone. */
interface PhoneCall {
  context: ServerContext;
  request: Request;
}

/** A server that decides in another way what a phone has to do, with the call itself at hand. `right` is what it should say. */
export function decidingByCall(
  decide: (right: NextStep, call: PhoneCall) => NextStep,
): Required<Pick<Seams, 'policy' | 'phoneApi'>> {
  const calls = new AsyncLocalStorage<PhoneCall>();
  return {
    policy: {
      nextStep(situation) {
        const right = nextStep(situation);
        const call = calls.getStore();
        return call ? decide(right, call) : right;
      },
    },
    phoneApi: (context) => (request, _response, next) => calls.run({ context, request }, next),
  };
}

/** Whose session the call shows, or who signs in with it. */
export function callerOf({ context, request }: PhoneCall): string {
  return findPhoneSession(context, request)?.username ?? String(request.body?.username);
}
