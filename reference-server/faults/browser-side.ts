import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { rewriteHtml } from './html.ts';

const STYLE_ADDRESS = '/assets/style.css';
const STYLE = readFileSync(new URL('../pages/assets/style.css', import.meta.url), 'utf8');

/** Adds rules to the style sheet of all pages. For the seam `portal`. */
export function withCss(rules: string): RequestHandler {
  return (request, response, next) => {
    if (request.path === STYLE_ADDRESS) response.type('css').send(`${STYLE}\n${rules}`);
    else next();
  };
}

/** Lets a script run on each page with a field for a code, and allows it to. For the seam `portal`. */
export function withScriptAtCodes(script: string): RequestHandler {
  return rewriteHtml((html, response) => {
    if (!html.includes('<input class="code"')) return html;
    const policy = response.get('Content-Security-Policy');
    response.set('Content-Security-Policy', `${policy};script-src 'unsafe-inline'`);
    return html.replace('</body>', () => `<script>${script}</script>\n</body>`);
  });
}
