import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ids that have a status, such as "not run", in the verdict that was last written into a folder; none where there is none. */
export function idsIn(folder: string): (status: string) => string[] {
  const path = join(folder, 'latest', 'verdict.json');
  if (!existsSync(path)) return () => [];
  const requirements: { id: string; status: string }[] = JSON.parse(readFileSync(path, 'utf8')).requirements;
  return (wanted) => requirements.filter(({ status }) => status === wanted).map(({ id }) => id);
}
