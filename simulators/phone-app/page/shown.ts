import type { Screen } from '../../phone/phone.ts';
import type { Place } from '../../phone/screens.ts';
import type { PhoneParts } from '../../phone/simulated-phone.ts';

/** Something to be tapped, and what it is called. */
export interface Button {
  action: string;
  name: string;
}

/** All that the page shows, but for the code, which changes by itself. */
export interface Shown {
  place: Place;
  screen: Screen;
  /** Whether it lies over everything else, and nothing else can be reached. */
  isDialog: boolean;
  buttons: Button[];
  username: string;
  /** What the phone is called on the web, once it has a key. */
  deviceName: string | undefined;
  isDeniedForGood: boolean;
}

/** What the app's core has to show, by the names and roles that it gives to a screen reader. */
export async function shownOf({ phone, app, memory, hardware }: PhoneParts): Promise<Shown> {
  const [screen, tree] = await Promise.all([phone.screen(), phone.accessibilityTree()]);
  const [view] = tree.children ?? [];
  const names = (view?.children ?? []).filter(({ role }) => role === 'button').map(({ name }) => name);
  return {
    place: app.place,
    screen,
    isDialog: view?.role === 'dialog',
    buttons: screen.actions.map((action, at) => ({ action, name: names[at] ?? action })),
    username: memory.username,
    deviceName: memory.keys.get(memory.username)?.deviceName,
    isDeniedForGood: hardware.camera.state === 'denied for good',
  };
}
