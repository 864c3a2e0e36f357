import { PHONE_API } from '../../protocol/phone-api.ts';
import { Unprovided } from '../../simulators/errors.ts';
import type { Fetcher } from '../../simulators/network/fetcher.ts';
import type { Session } from './session.ts';
import { bytesOf, provide, type Sent, sentBody } from './wire.ts';

const PATHS: readonly string[] = Object.values(PHONE_API);

/** The server of an app that speaks the published phone API, played: the app's requests come here in place of it. */
export class ServedApi {
  /** Which addresses it answers, as WebDriver BiDi has them. */
  readonly patterns = PATHS.map((pathname) => ({ type: 'pattern' as const, pathname }));
  readonly #fetcher: Fetcher;
  #isAsked = false;

  constructor(fetcher: Fetcher) {
    this.#fetcher = fetcher;
  }

  /** @throws {Unprovided} when the app has asked nothing since it was opened: it speaks with somebody in other words */
  requireAsked(): void {
    if (this.#isAsked) return;
    throw new Unprovided('an app whose server can be played', 'this one does not speak protocol/openapi.json');
  }

  answers(url: string): boolean {
    return PATHS.includes(new URL(url).pathname);
  }

  /** Answers one request of a tab in place of whomever it asks. */
  async respond(session: Session, { request: asked }: Sent): Promise<void> {
    this.#isAsked = true;
    const { url, method, headers, request } = asked;
    const given = headers.map(({ name, value }) => [name.toLowerCase(), bytesOf(value).toString('latin1')]);
    const body = await sentBody(session, request);
    const sent = { method, headers: Object.fromEntries(given), ...(body !== undefined && { body }) };
    const answer = await this.#fetcher(url, sent);
    await provide(session, request, {
      status: answer.status,
      headers: [...answer.headers],
      body: Buffer.from(answer.body),
    });
  }
}
