import { Replaced } from '../../simulators/errors.ts';
import type { Page } from '../../simulators/web-user/page.ts';

/** More often than a page draws itself anew for one act. */
const MOST_TRIES = 5;

/** The same page for somebody who tries again when what they reach for is drawn anew at that moment. */
export function steadyPage(page: Page): Page {
  return new Proxy(page, {
    get: (target, name) => {
      if (name === 'press') return (wanted: string | RegExp) => steadily(() => target.press(wanted));
      if (name === 'fill') return (wanted: string | RegExp, text: string) => steadily(() => target.fill(wanted, text));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function steadily<Result>(act: () => Promise<Result>, tries = MOST_TRIES): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Replaced) || tries === 1) throw error;
    return steadily(act, tries - 1);
  }
}
