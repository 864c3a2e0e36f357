import type { FormAround, RawRequest } from '../page.ts';

// These functions are sent into the page as text: each must stand alone, without anything of this module.

/** The form around a field, as it would be sent; `undefined` outside any form. */
export function readFormOf(field: Element, isBox: boolean): FormAround | undefined {
  // A link sends its address, wherever it stands; one to a place on the page sends nothing.
  if (field instanceof HTMLAnchorElement) {
    const leadsAway = field.href.split('#')[0] !== location.href.split('#')[0] && field.href.startsWith('http');
    return leadsAway ? { action: field.href, method: 'GET', fields: [], fieldName: '' } : undefined;
  }
  const form = field.closest('form') ?? (field as HTMLInputElement).form;
  if (!form) return undefined;
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  // A button adds its value only when it is the one that was pressed.
  if (field instanceof HTMLButtonElement && field.name !== '') fields.push([field.name, field.value]);
  return {
    action: form.action,
    method: form.method.toUpperCase(),
    fields,
    // No whole text is sent under the name of a box for one character.
    fieldName: isBox ? '' : (field.getAttribute('name') ?? ''),
  };
}

/** Sends requests at the same moment with the page's cookies. */
export function sendAll(requests: RawRequest[]): Promise<number[]> {
  return Promise.all(
    requests.map(async ({ address, method = 'POST', contentType, headers = {}, body }) => {
      const answer = await fetch(address, { method, headers: { ...headers, 'content-type': contentType }, body });
      // To its end: one that nobody reads never comes to it.
      await answer.arrayBuffer();
      return answer.status;
    }),
  );
}

/** The text on the page, one line for each line a person sees, then the fields' values and what they complain of. */
export function readableText(): string {
  const fields = [...document.querySelectorAll('input:not([type=hidden], [type=password]), textarea, output')];
  const values = fields.map((field) => (field as HTMLInputElement).value);
  const complaints = [...document.querySelectorAll(':user-invalid')];
  const messages = complaints.map((field) => (field as HTMLInputElement).validationMessage);
  // A drawing at an address of its own is a document without a body.
  const { body, documentElement } = document as { body: HTMLElement | null } & Pick<Document, 'documentElement'>;
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, line by line, is wanted, not what there is
  const lines = (body ? body.innerText : (documentElement.textContent ?? '')).split('\n');
  const parts = [...document.querySelectorAll<HTMLElement>(':is(button, a, [role=button]) *')];
  // What a control says to screen readers alone, drawn as one dot, is a line of its own that nobody sees.
  for (const part of parts.filter((one) => one.checkVisibility() && one.offsetWidth <= 1 && one.offsetHeight <= 1)) {
    const at = lines.lastIndexOf((part.textContent ?? '').replace(/\s+/g, ' ').trim());
    if (at >= 0) lines.splice(at, 1);
  }
  return [...lines, ...values, ...messages].join('\n');
}

/** Everything that scripts could read of what the browser keeps for the site. */
export async function readStorage(): Promise<string[]> {
  const stores = [localStorage, sessionStorage].flatMap((store) => Object.entries(store).flat());
  const caches = await window.caches?.keys();
  const databases = await indexedDB.databases();
  return [document.cookie, ...stores.map(String), ...(caches ?? []), ...databases.map(({ name }) => name ?? '')];
}

/** Every address that the page names, whole; pictures that stand in the page itself have none. */
export function namedAddresses(): string[] {
  const names = ['src', 'href', 'action', 'data', 'srcset', 'poster'];
  const elements = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())];
  const texts = elements.flatMap((element) => names.flatMap((name) => element.getAttribute(name) ?? []));
  const addresses = texts.filter((text) => !text.startsWith('data:') && URL.canParse(text, location.href));
  return addresses.map((text) => new URL(text, location.href).href);
}

/** The pages of the same site that the page links to, without their places. */
export function linkedPages(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const own = links.filter(({ origin }) => origin === location.origin);
  return [...new Set(own.map(({ origin, pathname, search }) => `${origin}${pathname}${search}`))];
}

/** Sends a form that was read elsewhere, in place of this page. */
export function submitCopy({ action, method, fields }: FormAround): void {
  const form = document.createElement('form');
  Object.assign(form, { action, method });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  // A field may be called "submit".
  HTMLFormElement.prototype.submit.call(form);
}

/**
 * Lays grey boxes over every place where a secret may stand: every field that is not plainly harmless, every picture,
 * and the innermost element around each of the lines that were revealed for typing. They lie above dialogs, too.
 */
export function coverSecrets(secretLines: string[]): void {
  const isHarmless = (field: Element) => field.matches('[type=hidden], [name*=name i], [id*=name i]');
  // What components draw lies in trees of their own.
  const allIn = (root: ParentNode | null): Element[] =>
    [...(root?.querySelectorAll('*') ?? [])].flatMap((element) => [element, ...allIn(element.shadowRoot)]);
  const all = allIn(document);
  const fields = all.filter((element) => element.matches('input, textarea, output') && !isHarmless(element));
  const pictures = all.filter((element) => element.matches('img, svg, canvas, video, picture, object'));
  const countSecrets = (element: Element) => {
    // biome-ignore lint/performance/useDomNodeTextContent: lines as a person sees them were revealed
    const seen = element.checkVisibility() ? (element as HTMLElement).innerText : '';
    const lines = (seen ?? '').split(/[\n\t]/).map((line) => line.replace(/\s+/g, ' ').trim());
    return lines.filter((line) => secretLines.includes(line)).length;
  };
  const isInnermost = (element: Element) =>
    countSecrets(element) > [...element.children].reduce((sum, child) => sum + countSecrets(child), 0);
  const texts = secretLines.length > 0 ? [...document.querySelectorAll('body, body *')].filter(isInnermost) : [];
  const curtain = Object.assign(document.createElement('div'), { className: 'paircheck-cover', popover: 'manual' });
  const cover = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const box = document.createElement('div');
    box.style.cssText = `position:absolute;left:${x}px;top:${y}px;width:${width}px;height:${height}px;background:#8a939c`;
    return box;
  };
  curtain.append(...[...fields, ...pictures, ...texts].map(cover));
  curtain.style.cssText =
    'position:fixed;inset:0;width:auto;height:auto;margin:0;border:0;padding:0;background:none;overflow:hidden';
  document.documentElement.append(curtain);
  curtain.showPopover();
}

/** Takes the grey boxes away again. */
export function uncoverSecrets(): void {
  for (const cover of document.querySelectorAll('.paircheck-cover')) cover.remove();
}
