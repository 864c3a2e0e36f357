import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { scriptFor } from '../page-script.ts';
import { iconDrawing } from '../phone-app/icon.ts';
import { acts } from './acts.ts';
import { onlyByItsName, onlyFromItself, pageHeaders } from './guards.ts';
import { LiveScene } from './live-scene.ts';
import type { SideBySideOptions } from './options.ts';
import { PAGE } from './page-markup.ts';
import { portalProxy } from './portal-proxy.ts';
import { PLACE } from './scene.ts';

/** The page with portal and phone side by side. */
export interface SideBySide {
  sideBySideUrl: string;
  /** Where the portal answers within the page, with its phone API. */
  origin: string;
  close(): Promise<void>;
}

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const LOOPBACK = '127.0.0.1';
const PAGE_FOLDER = join(import.meta.dirname, 'page');
/** The module that joins a phone app to this page, as `frame` of the page server of the app wants it. */
export const IN_THE_PHONE = join(import.meta.dirname, 'in-the-phone', `set-up.${ending}`);
/**
 * Serves portal and phone in one page, on 127.0.0.1 alone: the portal by the same origin, so that the page can show it
 * to the phone's camera.
 * @throws {Error} of node:net when the port cannot be had
 */
export async function startSideBySide(options: SideBySideOptions): Promise<SideBySide> {
  let origin = '';
  const scene = new LiveScene(options);
  const server = createServer(pageServer(options, { scene, origin: () => origin }));
  server.listen({ host: LOOPBACK, port: options.port ?? 0 });
  await once(server, 'listening');
  origin = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    scene.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { sideBySideUrl: `${origin}${PLACE}`, origin, close };
}

interface Inside {
  scene: LiveScene;
  origin(): string;
}

function pageServer(options: SideBySideOptions, { scene, origin }: Inside): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(onlyByItsName(origin));
  app.use(PLACE, onlyFromItself(origin), pageHeaders(options.phoneOrigin));
  app.use(acts(options, scene));
  app.get(PLACE, sends('html', PAGE));
  app.get(`${PLACE}style.css`, (_request, response) => response.sendFile('style.css', { root: PAGE_FOLDER }));
  app.get(`${PLACE}icon.svg`, sends('svg', iconDrawing()));
  app.get(`${PLACE}page.js`, sendsScript());
  app.use(PLACE, (_request, response) => void response.status(404).type('text').send('There is nothing here\n'));
  const portalUrl = async () => (await options.pair()).portalUrl;
  app.use(portalProxy({ portalUrl, origin, onExchange: (exchange) => scene.hear(exchange) }));
  return app;
}

function sends(type: string, body: string): RequestHandler {
  return (_request, response) => void response.type(type).send(body);
}

/** Made when first asked for: most who start a portal do not look at this page. */
function sendsScript(): RequestHandler {
  let made: Promise<string> | undefined;
  const lines = { contents: `import { start } from './main.${ending}';\nstart();`, folder: PAGE_FOLDER };
  return async (_request, response) => {
    made ??= scriptFor(lines);
    response.type('js').send(await made);
  };
}
