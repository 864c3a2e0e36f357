import { HarnessFault } from '../../simulators/errors.ts';

/** What went wrong between us and an adapter, before it becomes words. */
export interface Fault {
  /** The call that was to be answered. */
  call: string;
  wanted: string;
  got: string;
  fix: string;
  /** What it wrote last on its standard error. */
  stderr: readonly string[];
}

/** As many of them as fit into a message. */
const TOLD_LINES = 5;

/**
 * An adapter that babbles, lies, hangs, floods or dies: a fault of the harness, which says nothing of the
 * implementation. Secrets are taken out before it is made.
 */
export class AdapterFault extends HarnessFault {
  override readonly name = 'AdapterFault';
  readonly call: string;
  /** The last lines of the adapter's standard error, at most 50. */
  readonly stderr: readonly string[];

  constructor(program: string, { call, wanted, got, fix, stderr }: Fault) {
    const said = stderr.length > 0 ? ` Its standard error ends: ${stderr.slice(-TOLD_LINES).join(' / ')}` : '';
    super(`the adapter "${program}", asked ${call}: wanted ${wanted}, ${got}; ${fix}.${said}`);
    this.call = call;
    this.stderr = stderr;
  }
}
