import type { RunVerdict } from '../verdict/shape.ts';

/** The profiles that were asked for, with their versions: "documented-flow 1, otp-core 1". */
export function profilesText({ profiles }: RunVerdict): string {
  return profiles.map(({ name, version }) => `${name} ${version}`).join(', ');
}
