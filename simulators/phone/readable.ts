import type { AppMemory } from './app-memory.ts';
import type { ReadableText, Screen } from './phone.ts';
import type { PhoneHardware } from './phone-hardware.ts';

/** Every text on a phone that somebody who looks into it can read; what the app keeps for itself is not among them. */
export function readableTexts(
  { title, message, notice, actions, accounts }: Screen,
  { log, clipboard }: Pick<PhoneHardware, 'log' | 'clipboard'>,
  { keys }: Pick<AppMemory, 'keys'>,
): ReadableText[] {
  const words = [title, message, notice, ...actions, ...accounts].filter((text) => text !== undefined);
  return [
    ...words.map((text) => ({ where: 'screen' as const, text })),
    ...log.map((text) => ({ where: 'log' as const, text })),
    { where: 'clipboard', text: clipboard },
    ...[...keys.values()].map((entry) => ({ where: 'export' as const, text: exported(entry) })),
  ];
}

/** An entry as a backup has it: a key in it would be a second factor that can be carried away. */
function exported({ account, deviceName }: { account: string; deviceName: string }): string {
  return JSON.stringify({ account, deviceName });
}
