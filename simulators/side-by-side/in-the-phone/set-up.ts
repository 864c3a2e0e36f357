import { deleteDB } from 'idb';
import type { ClockSetting } from '../../clock/system-clock.ts';
import type { Sight, ToPage, ToPhone } from '../messages.ts';
import { lookAtPortal, show } from './portal-camera.ts';

const PAIR = 'paircheck-pair';

/** Joins the phone to the page that it is shown in: clock and camera come from there. Settles once it knows both. */
export async function setUp(): Promise<void> {
  const { framedBy = '', pair = '' } = document.documentElement.dataset;
  await forgetOthers(pair);
  if (window.parent === window) return;
  leaveTheKeyboard();
  const tell = (message: ToPage) => window.parent.postMessage(message, framedBy);
  let sight: Sight | undefined;
  await new Promise<void>((isSet) => {
    addEventListener('message', ({ origin, data }: MessageEvent<ToPhone>) => {
      if (origin !== framedBy) return;
      if (data.type === 'view') return show(data.picture);
      if (data.type === 'clock') return setClock(data.setting);
      sight = data.sight;
      isSet();
    });
    tell({ type: 'ready' });
  });
  lookAtPortal({ isWanted: () => sight === 'portal', look: () => tell({ type: 'look' }) });
}

/** Whoever types on the portal goes on doing so when the phone, which has scanned meanwhile, shows another screen. */
function leaveTheKeyboard(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
}

/** A portal that was started anew knows nothing of the keys that this phone has: it is another phone then. */
async function forgetOthers(pair: string): Promise<void> {
  if (localStorage.getItem(PAIR) === pair) return;
  localStorage.clear();
  await deleteDB('paircheck-app');
  localStorage.setItem(PAIR, pair);
}

function setClock({ stoppedAtEpochMs, aheadMs }: ClockSetting): void {
  const { dataset } = document.documentElement;
  dataset.aheadMs = String(aheadMs);
  if (stoppedAtEpochMs === undefined) delete dataset.stoppedAt;
  else dataset.stoppedAt = String(stoppedAtEpochMs);
}
