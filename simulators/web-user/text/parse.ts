import { parseHTML } from 'linkedom';
import { CookieJar } from 'tough-cookie';

/** The tags of html and body may be left out, which browsers supply and this parser does not. @see HTML, section 13.1.2.4 */
export function parse(html: string): Document {
  const whole = /<body[\s>]/i.test(html)
    ? html
    : `<html><body>${html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, '')}</body></html>`;
  return parseHTML(whole).document;
}

/** A page as it came. It is read when it is first looked at: many a page is only passed through. */
export class Markup {
  readonly source: string;
  #document: Document | undefined;

  constructor(source: string) {
    this.source = source;
  }

  get document(): Document {
    this.#document ??= parse(this.source);
    return this.#document;
  }
}

/** Some portals mark cookies Secure on plain HTTP too; browsers keep those on loopback, and so does this jar. */
export function newJar(): CookieJar {
  return new CookieJar(undefined, { allowSecureOnLocal: true, rejectPublicSuffixes: false });
}
