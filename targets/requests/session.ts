import { Blocked } from '../../simulators/errors.ts';
import type { Answer } from '../../simulators/network/answer.ts';
import { type HttpActor, sendRequest } from '../../simulators/network/http.ts';
import { following } from '../../simulators/network/redirects.ts';
import type { Claims, Credentials } from '../../simulators/phone/phone.ts';
import { stoppingWith } from '../../simulators/web-user/text/cookie-fetcher.ts';
import { newJar } from '../../simulators/web-user/text/parse.ts';
import type { DescribedRequest, Expectation, Verb, VerbName } from './described.ts';
import type { DescribedPortal } from './described-portal.ts';
import { Reading } from './reading.ts';
import { type RawRequest, render } from './render.ts';
import { MissingValue, type Values } from './templates.ts';

/** What the answer to a verb comes to. */
export interface Outcome {
  kind: 'success' | 'needs code' | 'refused';
  status: number;
  /** What was taken from this answer, by name. */
  taken: Values;
  /** What the portal says to a person, where the target file names the place. */
  message?: string;
  reading: Reading;
}

const SUCCESS: Expectation = { status: Array.from({ length: 100 }, (_, at) => 200 + at) };
/** The server itself failed: whatever was asked for has not come about. */
const SERVER_ERROR = 500;
const CLIENT_ERROR = 400;

/** One session at a portal that is reached by described requests: its cookies, and the values of its answers. */
export class Session {
  readonly portal: DescribedPortal;
  /** Where it has got to. */
  state: 'signed out' | 'code asked' | 'signed in' = 'signed out';
  credentials: Credentials | undefined;
  /** Sent besides, in every request, by somebody who forges. */
  claims: Claims = {};
  /** The address that was asked last. */
  address = 'about:blank';
  readonly #actor: HttpActor;
  readonly #jar = newJar();
  readonly #values: Map<string, string>;
  /** By name, values that a refusal did not hold. */
  readonly #withheld = new Map<string, Blocked>();

  constructor(portal: DescribedPortal, actor: Pick<HttpActor, 'name' | 'recorder'>) {
    this.portal = portal;
    this.#actor = { ...actor, fetcher: stoppingWith(this.#jar) };
    this.#values = new Map([['origin', new URL(portal.url).origin]]);
  }

  /** What templates can be filled with now. */
  valuesWith(given: Record<string, string | undefined>): Map<string, string> {
    const { username, password } = this.credentials ?? {};
    const said = Object.entries({ username, password, ...given });
    return new Map([...this.#values, ...said.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))] as [
      string,
      string,
    ][]);
  }

  /**
   * Does what a verb stands for.
   * @throws {Blocked} when the answer looks like nothing that the target file describes, or lacks a value
   */
  async do(name: VerbName, verb: Verb, given: Record<string, string | undefined> = {}): Promise<Outcome> {
    const values = await this.prepare(name, verb, given);
    const reading = await this.#ask(name, verb, values);
    return this.judge(name, verb, { reading, values });
  }

  /** Whether the answer is a success; whatever else it is, it is none. */
  async succeeds(name: VerbName, verb: Verb): Promise<boolean> {
    const values = await this.prepare(name, verb, {});
    return (await this.#ask(name, verb, values)).fits(verb.success ?? SUCCESS, values);
  }

  /** Sends what comes first. @returns what the verb's own templates can be filled with */
  async prepare(name: VerbName, verb: Verb, given: Record<string, string | undefined>): Promise<Values> {
    for (const request of verb.before ?? []) {
      const reading = await this.#ask(name, request, this.valuesWith(given));
      // What is done once, such as a set-up, is refused from then on: a value is missed where it is asked for.
      this.#keep(request, reading, false);
    }
    return this.valuesWith(given);
  }

  /**
   * The request of a verb as it would be sent.
   * @throws {Blocked} when it asks for a value that came with no refusal; Error for one that nobody has taken
   */
  rendered(name: VerbName, request: DescribedRequest, values: Values): RawRequest {
    const { url, requests } = this.portal;
    try {
      return render(request, { url, values, headers: requests.headers ?? {}, claims: this.claims });
    } catch (cause) {
      if (!(cause instanceof MissingValue)) throw cause;
      const withheld = this.#withheld.get(cause.missing);
      if (withheld) throw withheld;
      const fix = `let a request before it take it: take: { ${cause.missing}: { json: /... } }`;
      throw new Error(`requests.${name}: wanted a value for {{${cause.missing}}}, none was taken; ${fix}`, { cause });
    }
  }

  /** Throws away what its answers held, as a client does with its tokens and cookies when somebody signs out. */
  forget(): void {
    this.#jar.removeAllCookiesSync();
    this.#values.clear();
    this.#values.set('origin', new URL(this.portal.url).origin);
  }

  /** Sends a request as it is. */
  async send({ address, ...request }: RawRequest, follow = false): Promise<Answer> {
    const { fetcher } = this.#actor;
    this.address = address;
    return sendRequest({ ...this.#actor, fetcher: follow ? following(fetcher) : fetcher }, address, request);
  }

  read(answer: Answer): Reading {
    return new Reading(answer, this.#jar);
  }

  /** What an answer comes to, by what the target file says of it. */
  judge(name: VerbName, verb: Verb, { reading, values }: { reading: Reading; values: Values }): Outcome {
    const kind = kindOf(verb, reading, values);
    const { status } = reading.answer;
    if (!kind) {
      const wanted = `an answer to ${verb.send} that requests.${name} describes`;
      throw new Blocked(
        `wanted ${wanted}, got ${reading.looks}; say under success:, needsCode: or refused: what it is`,
      );
    }
    const taken = this.#keep(verb, reading, kind === 'success');
    const message = taken.get('message');
    return { kind, status, taken, reading, ...(message !== undefined && { message }) };
  }

  async #ask(name: VerbName, request: DescribedRequest, values: Values): Promise<Reading> {
    return this.read(await this.send(this.rendered(name, request, values), request.follow));
  }

  /** @throws {Blocked} when a value is missing that has to be there */
  #keep({ send, take = {} }: DescribedRequest, reading: Reading, isInsisting: boolean): Values {
    const taken = new Map<string, string>();
    for (const [name, source] of Object.entries(take)) {
      const value = reading.take(source);
      if (value !== undefined) taken.set(name, value);
      // A message is there when there is something to say.
      if (value !== undefined || name === 'message') continue;
      const fault = lacking({ send, name, source, reading });
      if (isInsisting) throw fault;
      this.#withheld.set(name, fault);
    }
    for (const [name, value] of taken) this.#values.set(name, value);
    return taken;
  }
}

/** A code may be asked for with any status, and a page may answer 200 to everything: what is described goes first. */
function kindOf({ needsCode, refused, success = SUCCESS }: Verb, reading: Reading, values: Values) {
  const { status } = reading.answer;
  if (needsCode && reading.fits(needsCode, values)) return 'needs code';
  if (refused && reading.fits(refused, values)) return 'refused';
  if (reading.fits(success, values)) return 'success';
  const isRefusal = status >= SERVER_ERROR || (!refused && status >= CLIENT_ERROR);
  return isRefusal ? 'refused' : undefined;
}

function lacking({ send, name, source, reading }: { send: string; name: string; source: object; reading: Reading }) {
  const [[kind, place] = []] = Object.entries(source);
  return new Blocked(`wanted "${name}" in the answer to ${send}, at ${kind} ${place}; got ${reading.looks}`);
}
