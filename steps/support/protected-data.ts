import type { Phone } from '../../simulators/phone/phone.ts';
import type { PairWorld } from './world.ts';

/** Looks whether a phone shows everything of the account, or none of it; where there is no phone, nothing was looked at. */
export async function observeData(world: PairWorld, phone: Phone | undefined, wanted: boolean): Promise<void> {
  const accesses = (await phone?.protectedData()) ?? [];
  const said = accesses.map(({ resource, shown }) => `${resource}: ${shown ? 'shown' : 'refused'}`);
  await world.observe({
    expected: accesses.map(({ resource }) => `${resource}: ${wanted ? 'shown' : 'refused'}`).join(', '),
    seen: said.join(', '),
    holds: accesses.length > 0 && accesses.every(({ shown }) => shown === wanted),
  });
}
