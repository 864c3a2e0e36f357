import { Eta } from 'eta';
import type { Request, Response } from 'express';
import { ADDRESSES } from '../routes/addresses.ts';

export type PageName =
  | 'sign-in'
  | 'home'
  | 'user-profile'
  | 'access-controls'
  | 'mobile-authentication'
  | 'confirm'
  | 'forgotten-password'
  | 'new-password'
  | 'device-name'
  | 'scan'
  | 'finished'
  | 'message';

/** What a page is made of besides what every page has. `error` is about the field of the page, or the page itself. */
export interface PageContent {
  title: string;
  error?: string | undefined;
  [name: string]: unknown;
}

const eta = new Eta({
  views: import.meta.dirname,
  cache: true,
  escapeFunction: (value) => escapeHtml(String(value)),
});

/** Answers with a page; `response.status` is set by the caller. */
export function sendPage(response: Response, name: PageName, content: PageContent): void {
  const request = response.req as Request;
  const shared = {
    addresses: ADDRESSES,
    username: request.session?.username,
    formToken: request.csrfToken?.(),
    error: undefined,
  };
  response.type('html').send(eta.render(`./${name}`, { ...shared, ...content }));
}

/** A carriage return is escaped as well: readers of HTML would turn it into another character. */
export function escapeHtml(text: string): string {
  const escapes: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '\r': '&#13;',
  };
  return text.replace(/[&<>"'\r]/g, (character) => escapes[character] ?? character);
}
