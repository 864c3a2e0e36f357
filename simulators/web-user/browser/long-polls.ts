import type { HTTPRequest } from 'puppeteer';

/** What pages ask for and are answered when there is news: by method and address, whatever ids stand in it. */
export class LongPolls {
  readonly #known = new Set<string>();

  /** Only a question of a script may be one, and only one that changes nothing. */
  static mayBe(this: void, request: HTTPRequest): boolean {
    return request.method() === 'GET' && isOfScript(request);
  }

  add(request: HTTPRequest): void {
    this.#known.add(placeOf(request));
  }

  has(request: HTTPRequest): boolean {
    return LongPolls.mayBe(request) && this.#known.has(placeOf(request));
  }
}

/** Whether a script asks, and is answered while its page stays. */
export function isOfScript(request: HTTPRequest): boolean {
  return ['xhr', 'fetch', 'eventsource'].includes(request.resourceType());
}

function placeOf(request: HTTPRequest): string {
  const { origin, pathname } = new URL(request.url());
  return `${request.resourceType()} ${origin}${pathname.replaceAll(/[^/]*\d[^/]*/g, '*')}`;
}
