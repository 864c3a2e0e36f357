import type { CookieJar } from 'tough-cookie';
import type { Answer } from '../../simulators/network/answer.ts';
import { parse } from '../../simulators/web-user/text/parse.ts';
import type { Expectation, Source } from './described.ts';
import { valueAt } from './json-pointer.ts';
import { fillText, type Values } from './templates.ts';

const MOST_OF_TITLE = 60;

/** An answer, to be read in the ways that a target file may name. */
export class Reading {
  readonly answer: Answer;
  readonly #jar: CookieJar;
  #json: unknown;
  #isParsed = false;

  constructor(answer: Answer, jar: CookieJar) {
    this.answer = answer;
    this.#jar = jar;
  }

  /** `undefined` where it is no JSON. */
  get json(): unknown {
    if (!this.#isParsed) this.#json = jsonOf(this.answer.text());
    this.#isParsed = true;
    return this.#json;
  }

  /** The value at a place; `undefined` where there is none. */
  take(source: Source): string | undefined {
    if ('json' in source) return textOf(valueAt(this.json, source.json));
    if ('header' in source) return this.answer.header(source.header.toLowerCase())[0];
    if ('cookie' in source) return this.#cookie(source.cookie);
    if ('html' in source) return namedInPage(this.answer.text(), source.html);
    return new RegExp(source.regex).exec(this.answer.text())?.[1];
  }

  /** Whether it looks so. */
  fits(wanted: Expectation, values: Values): boolean {
    const { status, has = [], lacks = [], json = {}, header = {}, text } = wanted;
    const isThere = (pointer: string) => (valueAt(this.json, pointer) ?? null) !== null;
    return [
      status === undefined || [status].flat().includes(this.answer.status),
      [has].flat().every(isThere),
      ![lacks].flat().some(isThere),
      Object.entries(json).every(([pointer, value]) => valueAt(this.json, pointer) === filled(value, values)),
      Object.entries(header).every(([name, pattern]) => this.#hasHeader(name, pattern)),
      text === undefined || new RegExp(text).test(this.answer.text()),
    ].every(Boolean);
  }

  /** What it looks like, for a message: no value of it. */
  get looks(): string {
    const { status } = this.answer;
    const kind = this.answer.header('content-type')[0]?.split(';')[0] ?? 'no content type';
    const isRecord = typeof this.json === 'object' && this.json !== null && !Array.isArray(this.json);
    const fields = isRecord ? ` with the fields ${Object.keys(this.json as object).join(', ') || '(none)'}` : '';
    return `status ${status}, ${kind}${fields}${this.#page}`;
  }

  /** Which page it is, after all redirects, where it is one. */
  get #page(): string {
    const title = parse(this.answer.text()).querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim();
    return title ? `, the page "${title.slice(0, MOST_OF_TITLE)}" at ${new URL(this.answer.url).pathname}` : '';
  }

  /** A cookie as it is sent; frameworks write tokens for scripts percent-encoded. */
  #cookie(wanted: string): string | undefined {
    const cookie = this.#jar.getCookiesSync(this.answer.url).find(({ key }) => key === wanted);
    if (!cookie) return undefined;
    try {
      return decodeURIComponent(cookie.value);
    } catch {
      return cookie.value;
    }
  }

  #hasHeader(name: string, pattern: string): boolean {
    return this.answer.header(name.toLowerCase()).some((value) => new RegExp(pattern).test(value));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A number is as good as a text: ids are often numbers. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function filled(value: unknown, values: Values): unknown {
  return typeof value === 'string' ? fillText(value, values) : value;
}

/** What a field or a meta element of this name holds. */
function namedInPage(html: string, name: string): string | undefined {
  const named = [...parse(html).querySelectorAll('input, meta, textarea')];
  const found = named.find((element) => element.getAttribute('name') === name);
  return found?.getAttribute('content') ?? found?.getAttribute('value') ?? undefined;
}
