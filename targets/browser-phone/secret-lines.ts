import { holdsKey } from '../../simulators/web-user/read-values.ts';
import { withoutCodes, withoutKeys } from './read-code.ts';
import type { SeenScreen } from './seen-screen.ts';

/** The lines that no picture may show. */
export function secretLines({ lines }: Pick<SeenScreen, 'lines'>): string[] {
  return lines.filter(
    (line) => /^\d{1,4}$/.test(line) || holdsKey(line) || withoutKeys(withoutCodes([line]).join(' ')) !== line,
  );
}
