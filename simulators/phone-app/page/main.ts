import { h, render } from 'preact';
import type { Alter } from '../../phone/simulated-phone.ts';
import { App } from './app.tsx';
import { Handset } from './handset.ts';

/** Opens the app in its page. @param alter puts a known defect into it */
export async function start(alter?: Alter): Promise<void> {
  const root = document.querySelector('#app');
  if (!root) throw new Error('wanted an element with the id "app" in the page of the app, found none');
  const handset = await Handset.open(alter);
  render(h(App, { handset }), root);
  await navigator.serviceWorker?.register('/offline-worker.js');
}
