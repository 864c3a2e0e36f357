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

/** What takes less is not worth being told of. */
const NOTICEABLE_MS = 400;

/** Lets a person know that the app is waiting for something, if it takes a while. @returns what ends it */
export function showWaiting(): () => void {
  const { classList } = document.documentElement;
  const begins = setTimeout(() => classList.add('waiting'), NOTICEABLE_MS);
  return () => {
    clearTimeout(begins);
    classList.remove('waiting');
  };
}
