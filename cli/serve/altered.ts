import type { Seams } from '../../reference-server/seams.ts';

/** What is asked for to be other than it should be, or than it mostly is. */
export interface Wish {
  fault?: string | undefined;
  variant?: string | undefined;
}

/** What is other than it should be, or lawfully may be: of the server, or the module of a defect of the app. */
export interface Altered {
  seams?: Seams;
  faultFile?: string;
}

/**
 * Loaded when they are asked for: there are many defects, and mostly none is wanted.
 * @throws {UsageError} when there is none of that name
 */
export async function alteredBy({ fault, variant }: Wish): Promise<Altered> {
  if (fault !== undefined) return withDefect(fault);
  if (variant === undefined) return {};
  return { seams: (await (await import('../lawful-variants.ts')).findVariant(variant)).seams() };
}

async function withDefect(fault: string): Promise<Altered> {
  const { server, phone } = await (await import('../known-bads.ts')).findDefect(fault);
  if (server) return { seams: server.seams() };
  return { faultFile: await (await import('../../simulators/phone/faults/load.ts')).phoneFaultFile(phone) };
}
