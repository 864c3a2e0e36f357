import type { Page } from '../../simulators/web-user/page.ts';
import { steadily } from '../steadily.ts';

/** The same page for somebody who tries again when what they reach for is drawn anew at that moment. */
export function steadyPage(page: Page): Page {
  return new Proxy(page, {
    get: (target, name) => {
      if (name === 'press') return (...wanted: Parameters<Page['press']>) => steadily(() => target.press(...wanted));
      if (name === 'fill') return (wanted: string | RegExp, text: string) => steadily(() => target.fill(wanted, text));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
