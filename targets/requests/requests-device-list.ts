import { Blocked } from '../../simulators/errors.ts';
import type { Recorder } from '../../simulators/network/recorder.ts';
import type { CodeSource, DeviceList } from '../../simulators/web-user/device-list.ts';
import { partly } from '../partly.ts';
import { asksFor } from './asks-for.ts';
import type { ListVerb } from './described.ts';
import { valueAt } from './json-pointer.ts';
import type { Session } from './session.ts';
import { isCodeAsked } from './signing-in.ts';

/**
 * The devices of somebody, as the portal lists them. Where it has no list, a sign-in from elsewhere tells whether there
 * is a device: it then has the name that was given last, for such a portal has one at most.
 */
export function requestsDeviceList(session: Session, recorder: Recorder): DeviceList {
  const names = () => deviceNames(session, recorder);
  const remove = (code?: string) => takeAway(session, code);
  return partly<DeviceList>(
    {
      lines: names,
      count: async (name) => (await names()).filter((each) => each === name).length,
      offersRemoval: async (name) => session.portal.requests.takeAway !== undefined && (await names()).includes(name),
      remove: async (_name: string, code: CodeSource) => {
        const isAsked = asksFor(session.portal.verb('takeAway'), 'code');
        await remove(isAsked ? await code() : undefined);
      },
      tryToRemove: () => remove(''),
      close: async () => undefined,
    },
    'a page with the list of devices',
    'the target is described in requests, which have no pages',
  );
}

async function deviceNames(session: Session, recorder: Recorder): Promise<string[]> {
  const { portal, credentials } = session;
  if (!credentials) throw new Blocked('wanted the devices of somebody, nobody has signed in');
  if (portal.requests.devices) return listed(session, portal.requests.devices);
  const isThere = await isCodeAsked(portal, { name: 'web', recorder }, credentials);
  return isThere ? [portal.lastNames.get(credentials.username) ?? 'a device'] : [];
}

async function listed(session: Session, verb: ListVerb): Promise<string[]> {
  const { kind, status, reading } = await session.do('devices', verb);
  if (kind !== 'success') throw new Blocked(`wanted the list of devices, it is refused with status ${status}`);
  const entries = valueAt(reading.json, verb.list);
  if (!Array.isArray(entries)) throw new Blocked(`wanted a list of devices at ${verb.list}; got ${reading.looks}`);
  return entries.map((entry) => {
    const name = valueAt(entry, verb.name ?? '');
    if (typeof name === 'string') return name;
    throw new Blocked(`wanted the name of each device at ${verb.list}/*${verb.name ?? ''}, got none`);
  });
}

async function takeAway(session: Session, code: string | undefined): Promise<void> {
  await session.do('takeAway', session.portal.verb('takeAway'), { code });
}
