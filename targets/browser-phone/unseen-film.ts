import { Unprovided } from '../../simulators/errors.ts';
import type { Screen } from '../../simulators/phone/phone.ts';

export const NOT_SEEN =
  "whoever plays this phone cannot see the camera's picture on a native app's screen: app: person can";

/** Whether the camera's picture is there is asked by some alone, and to them nobody can say. */
export function withoutFilm(screen: Screen): Screen {
  const unseen = () => {
    throw new Unprovided('camera', NOT_SEEN);
  };
  return Object.defineProperties(screen, {
    isScanning: { get: unseen, enumerable: false },
    brackets: { get: unseen, enumerable: false },
  });
}
