import type { CameraState } from '../../simulators/phone/phone.ts';
import type { InPage } from '../browser-phone/in-page.ts';
import { BINDING, sourceWith } from '../browser-phone/in-page-source.ts';
import { CAMERA } from './in-page-camera.ts';
import { CONTROLS, type Facts } from './in-page-controls.ts';

/** What a page behind a WebDriver server is asked through besides. */
export interface InServedPage extends InPage {
  popUps(): Element[];
  controls(popUp: Element | null): Element[];
  named(): Element[];
  factsOf(elements: Element[]): Facts[];
  titled(): { title: string; lines: string[] };
  insertText(field: Element, text: string): boolean;
  showFrame(png: string): Promise<void>;
  setCamera(state: CameraState): void;
}

const OFFERED = 'popUps, controls, named, factsOf, titled, insertText, showFrame, setCamera';

/**
 * A function in text, to run in every document before its own scripts do; it takes what tells us of the camera.
 * @param playsCamera whether the camera is one of ours; else it is the device's own
 */
export function inPageFunction(camera: CameraState, playsCamera: boolean): string {
  const first = `const camera = { state: ${JSON.stringify(camera)} };
  watchMethod(window, 'fetch');
  for (const name of ['json', 'text', 'arrayBuffer', 'blob']) watchMethod(Response.prototype, name);
  ${playsCamera ? 'playCamera();' : ''}`;
  return `(tell) => {
  if (!window.${BINDING}) Object.defineProperty(window, '${BINDING}', { value: async (what) => tell(what) });
  ${sourceWith({ functions: [...CAMERA, ...CONTROLS], offered: OFFERED, first })}
}`;
}
