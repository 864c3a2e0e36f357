import type { Schema } from './schema.ts';

/** One call of the protocol. The types, the checks, the guide and the schema are all made from the table of these. */
export interface Call {
  /** One sentence for whoever writes an adapter. */
  does: string;
  /** Whether to begin with it: without these hardly anything of the role can be judged. */
  isCore?: boolean;
  params: Schema<object>;
  result: Schema<object>;
}
