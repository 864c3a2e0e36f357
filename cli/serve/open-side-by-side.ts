import type { SystemClock } from '../../simulators/clock/system-clock.ts';
import { IN_THE_PHONE, type SideBySide, startSideBySide } from '../../simulators/side-by-side/page-server.ts';
import type { KnownDefect } from '../../simulators/side-by-side/scene.ts';
import { catalogueFolder } from '../surroundings.ts';
import type { ServedPair } from './served-pair.ts';

interface Opening {
  port: number;
  clock: SystemClock;
  /** Whom to sign in as, where there is anybody. */
  account?: { username: string; password: string } | undefined;
}

/** Opens the page that shows portal and phone side by side. */
export async function openSideBySide(pair: ServedPair, { port, clock, account }: Opening): Promise<SideBySide> {
  const { redact } = await import('../../reports/redaction.ts');
  let phoneUrl = '';
  const page = await startSideBySide({
    port,
    clock,
    redact,
    pair: async () => {
      const { id, portal, wish } = await pair.running;
      const { portalUrl, controlUrl = '' } = portal.addresses;
      return { id, portalUrl, controlUrl, defect: wish.fault };
    },
    startAnew: (id) => pair.startAnew(id ?? undefined),
    facts: async () => {
      const { portalUrl } = (await pair.running).portal.addresses;
      return { portalUrl, phoneUrl, ...(account && { account }), defects: await knownDefects() };
    },
    phoneOrigin: () => new URL(phoneUrl).origin,
  });
  await pair.frameIn({ origin: page.origin, setUpFile: IN_THE_PHONE });
  phoneUrl = (await pair.running).phone?.appUrl ?? '';
  return page;
}

/** Every known defect, with the requirements that it is caught by. */
async function knownDefects(): Promise<KnownDefect[]> {
  const { loadKnownBads, sideOf } = await import('../known-bads.ts');
  const { loadCatalogue } = await import('../../reports/catalogue.ts');
  const { requirement } = await loadCatalogue(catalogueFolder);
  return (await loadKnownBads()).map((one) => ({
    id: one.id,
    title: one.title,
    behaviour: one.behaviour,
    severity: one.severity,
    side: sideOf(one),
    caughtBy: one.breaks.map((id) => ({ id, statement: requirement(id).statement })),
  }));
}
