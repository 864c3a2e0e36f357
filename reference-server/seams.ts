import type { RequestHandler } from 'express';
import type { ServerContext } from './context.ts';
import type { Policy, Rules } from './registration/policy.ts';

/**
 * The places at which this server can be made to do something in another way: a lawful one (`variants/`) or a wrong one
 * (`faults/`). What is not given stays as it is.
 */
export interface Seams {
  /** Numbers, computations and choices that the rules go by. */
  policy?: Partial<Policy>;
  /** What becomes of an account when something happens: around the rules, or in place of them. */
  rules?: (rules: Rules) => Rules;
  /** What the routes work with: clock, source of keys, stores, key URI and symbol. */
  context?: (context: ServerContext) => Partial<ServerContext>;
  /** Sees every request first, and every answer last. */
  portal?: (context: ServerContext) => RequestHandler;
  /** Sees requests of phones once their body is read, before they are held against the description. */
  phoneApi?: (context: ServerContext) => RequestHandler;
  /** Sees requests for pages once the session is known, before the pages do. */
  pages?: (context: ServerContext) => RequestHandler;
}
