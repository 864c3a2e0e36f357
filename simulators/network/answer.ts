/** What an answer is made of; header fields as they came over the wire: name, value, name, value. */
interface AnswerParts {
  status: number;
  url: string;
  fields: readonly string[];
  body: Uint8Array;
}

const UTF_8 = new TextDecoder();

/** The answer to a request, there whole. */
export class Answer {
  readonly status: number;
  /** What was asked, after every redirect that was followed, without a place in the page. */
  readonly url: string;
  readonly body: Uint8Array;
  readonly #fields: readonly string[];

  constructor({ status, url, fields, body }: AnswerParts) {
    this.status = status;
    this.url = url;
    this.body = body;
    this.#fields = fields;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** All header fields, made anew at each call: to look at many. */
  get headers(): Headers {
    const headers = new Headers();
    for (const [name, value] of this.#pairs()) headers.append(name, value);
    return headers;
  }

  /** Every value of one header field. @param wanted its name in lower case */
  header(wanted: string): string[] {
    return this.#pairs().flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
  }

  text(): string {
    return UTF_8.decode(this.body);
  }

  #pairs(): [name: string, value: string][] {
    const names = this.#fields.filter((_, at) => at % 2 === 0);
    return names.map((name, at) => [name, this.#fields[2 * at + 1] ?? '']);
  }
}
