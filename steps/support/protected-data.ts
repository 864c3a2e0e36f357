import type { Phone } from '../../simulators/phone/phone.ts';
import type { PairWorld } from './world.ts';

/** Looks whether a phone shows everything of the account, or none of it; where there is no phone, nothing was looked at. */
export async function observeData(world: PairWorld, phone: Phone | undefined, wanted: boolean): Promise<void> {
  const accesses = (await phone?.protectedData()) ?? [];
  const said = accesses.map(({ resource, shown }) => `${resource}: ${shown ? 'shown' : 'refused'}`);
  const holds = accesses.length > 0 && accesses.every(({ shown }) => shown === wanted);
  // Who was to be let in may have been asked for something else.
  const screen = phone && wanted && !holds ? `; its screen is "${(await phone.screen()).title}"` : '';
  await world.observe({
    expected: accesses.map(({ resource }) => `${resource}: ${wanted ? 'shown' : 'refused'}`).join(', '),
    seen: said.join(', ') + screen,
    holds,
  });
}
