import { CONTROL_API, type RegistrationsAnswer, type ServerState } from '../../protocol/control-api.ts';
import { fetchOnce } from '../network/fetcher.ts';
import type { Scene } from './scene.ts';

/** What the portal's test controls say of its state; undefined while they do not answer. */
export async function watchPortal(controlUrl: string): Promise<Pick<Scene, 'registration' | 'signedIn'> | undefined> {
  try {
    const [{ registrations }, state] = await Promise.all([
      read<RegistrationsAnswer>(controlUrl + CONTROL_API.registrations),
      read<ServerState>(controlUrl + CONTROL_API.state),
    ]);
    const newest = registrations.reduce<Scene['registration']>(
      (last, one) => (last && last.startedAtMs > one.startedAtMs ? last : one),
      undefined,
    );
    const signedIn = { portal: state.webSessions > 0, phone: state.phoneSessions > 0 };
    return { ...(newest && { registration: newest }), signedIn };
  } catch {
    return undefined;
  }
}

async function read<Body>(address: string): Promise<Body> {
  return JSON.parse((await fetchOnce(address, {})).text()) as Body;
}
