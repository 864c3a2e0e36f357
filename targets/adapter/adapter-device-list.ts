import type { CodeSource, DeviceList } from '../../simulators/web-user/device-list.ts';
import { standsIn } from '../../simulators/web-user/read-values.ts';
import { OTHERWISE, partly } from '../partly.ts';
import type { AdapterWindow } from './adapter-window.ts';

/** The list of devices, as an adapter tells it of a window. */
export function adapterDeviceList({ adapter, session }: AdapterWindow): DeviceList {
  const tell = () => adapter.call('web.devices', { session });
  return partly<DeviceList>(
    {
      lines: async () => (await tell()).lines,
      count: async (name) => (await tell()).lines.filter((line) => standsIn(line, name)).length,
      offersRemoval: async (name) => (await tell()).removable.includes(name),
      remove: async (name: string, code: CodeSource) => {
        const { codeAsked } = await adapter.call('web.removeDevice', { session, name });
        if (codeAsked) await adapter.call('web.removeDevice', { session, name, code: await code() });
      },
      tryToRemove: async (name) => {
        await adapter.call('web.removeDevice', { session, name });
      },
      close: async () => undefined,
    },
    'a form as it is sent',
    OTHERWISE.web,
  );
}
