import type { Response } from 'express';
import { rewriteHtml } from '../faults/html.ts';
import { escapeHtml } from '../pages/render.ts';
import { ADDRESSES } from '../routes/addresses.ts';
import type { Variant } from './variant.ts';

const NAME = /<label for="username">[\s\S]*?<input id="username"[^>]*>/;
const PASSWORD = /<label for="password">[\s\S]*?<input id="password"[^>]*>/;

export const variant: Variant = {
  id: 'name-first',
  title: 'The sign-in asks for the name on one page, and for the password on the next',
  seams: () => ({ pages: () => rewriteHtml(oneAtATime) }),
};

function oneAtATime(html: string, { req: { query } }: Response): string {
  if (!PASSWORD.test(html) || !NAME.test(html)) return html;
  const { username } = query;
  if (typeof username === 'string') {
    return html.replace(NAME, `<input type="hidden" name="username" value="${escapeHtml(username)}">`);
  }
  return html
    .replace(PASSWORD, '')
    .replace(`method="post" action="${ADDRESSES.signIn}"`, `method="get" action="${ADDRESSES.signIn}"`)
    .replace('Sign in</button>', 'Proceed</button>');
}
