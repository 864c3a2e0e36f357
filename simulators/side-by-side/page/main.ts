import { h, render } from 'preact';
import { Page } from './page.tsx';

/** Draws the page. */
export function start(): void {
  const root = document.querySelector('#page');
  if (!root) throw new Error('wanted an element with the id "page", found none');
  render(h(Page, {}), root);
}
