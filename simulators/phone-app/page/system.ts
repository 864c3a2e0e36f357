import type { PhoneNetwork } from '../../network/phone-network.ts';
import type { PhoneHardware } from '../../phone/phone-hardware.ts';

/** Hands what the app gave to the phone's system to the browser's: its log, and what it wants to have opened. */
export function tellSystem({ log, openedLinks }: PhoneHardware): void {
  // biome-ignore lint/suspicious/noConsole: the log of an app that is a page is the browser's
  for (const line of log.splice(0)) console.debug(line);
  for (const link of openedLinks.splice(0)) window.open(link, '_blank', 'noopener');
}

/** Lets the app know as much of the network as the browser does. @param onReturn called when there is one again */
export function followNetwork(network: PhoneNetwork, onReturn: () => void): void {
  const follow = () => {
    network.state = navigator.onLine ? 'online' : 'offline';
    if (navigator.onLine) onReturn();
  };
  follow();
  addEventListener('online', follow);
  addEventListener('offline', follow);
}
