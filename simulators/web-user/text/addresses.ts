/** What makes a browser fetch something, or go somewhere. */
const NAMED = '[src], [href], [action], [data], [srcset], [poster]';
const ATTRIBUTES = ['src', 'href', 'action', 'data', 'srcset', 'poster'];

/** Every address that a page names, whole; pictures that stand in the page itself have none. */
export function addressesIn(document: Document, pageAddress: string): string[] {
  const texts = [...document.querySelectorAll(NAMED)].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? []),
  );
  const addresses = texts.filter((text) => !text.startsWith('data:') && URL.canParse(text, pageAddress));
  return addresses.map((text) => new URL(text, pageAddress).href);
}

/** The pages of the same site that a page links to, without their places. */
export function linksIn(document: Document, pageAddress: string): string[] {
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const addresses = links.flatMap((text) => (URL.canParse(text, pageAddress) ? [new URL(text, pageAddress)] : []));
  const own = addresses.filter(({ origin }) => origin === new URL(pageAddress).origin);
  return [...new Set(own.map(({ origin, pathname, search }) => `${origin}${pathname}${search}`))];
}
