import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { rewriteHtml } from './html.ts';
import type { Probe } from './probe.ts';

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

/** Whether a script that holds these words is on the page with the field for the code, and may run there. */
export async function runsScript(probe: Probe, words: string): Promise<boolean> {
  const { web, address } = await probe.started();
  const response = await web.request(address);
  const isAllowed = response.headers.get('content-security-policy')?.includes("script-src 'unsafe-inline'") ?? false;
  return isAllowed && (await response.text()).includes(words);
}
