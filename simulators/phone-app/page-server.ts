import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { apiProxy } from './api-proxy.ts';
import { appPage, MANIFEST } from './app-page.ts';
import { type Bundle, type BundledModules, bundleApp } from './bundle.ts';
import { drawIcon, iconDrawing } from './icon.ts';
import { CONVERSATIONS } from './page/conversation-link.ts';
import { strictHeaders } from './strict-headers.ts';

/** How the phone app is served. */
export interface PhoneAppOptions {
  /** Where the server of its portal answers. */
  phoneApiUrl: string;
  /** 0, and thereby a free port, unless given. */
  port?: number;
  /** The module of a known defect that it is to have. */
  faultFile?: string | undefined;
  /** Where the portal's clock stands still for good: that of the app does too. Epoch milliseconds. */
  stoppedAtEpochMs?: number | undefined;
  frame?: PhoneFrame;
}

/** For an app that is shown within one other page, as another phone than the one that is open by itself. */
export interface PhoneFrame {
  /** The one page's origin. */
  origin: string;
  /** The module that joins the two: its export `setUp` is done before the app starts. */
  setUpFile: string;
  /** Told to the scripts, as `data-` attributes. */
  data: Record<string, string>;
  /** What its session is called: cookies know no ports. */
  cookie: string;
}

/** The phone app, as a page. */
export interface ServedPhoneApp {
  appUrl: string;
  /** Where a link into a conversation leads. */
  conversationUrl: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const PAGE_FOLDER = join(import.meta.dirname, 'page');
const ICON_SIDES = [180, 192, 512];

/**
 * Serves the phone app as a page, on 127.0.0.1 alone.
 * @throws {Error} of node:net when the port cannot be had
 */
export async function startPhoneApp(options: PhoneAppOptions): Promise<ServedPhoneApp> {
  const server = createServer(pageServer(options));
  server.listen({ host: LOOPBACK, port: options.port ?? 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const appUrl = `http://${LOOPBACK}:${port}/`;
  return { appUrl, conversationUrl: new URL(`${CONVERSATIONS}1`, appUrl).href, close };
}

function pageServer(options: PhoneAppOptions): Express {
  const { phoneApiUrl, stoppedAtEpochMs, frame } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(frame?.origin), cameraHeader);
  app.use('/phone', ...apiProxy(phoneApiUrl, frame?.cookie));
  app.use((_request, response, next) => {
    // The worker keeps what is needed without a network; with one, the newest is wanted.
    response.set('Cache-Control', 'no-cache');
    next();
  });
  const icons = ICON_SIDES.map((side) => [side, drawIcon(side)] as const);
  for (const [side, icon] of icons) app.get(`/icon-${side}.png`, sends('png', icon));
  app.get('/icon.svg', sends('svg', iconDrawing()));
  app.get('/manifest.webmanifest', sends('application/manifest+json', JSON.stringify(MANIFEST)));
  app.get('/app.css', (_request, response) => response.sendFile('app.css', { root: PAGE_FOLDER }));
  scripts(app, { faultFile: options.faultFile, setUpFile: frame?.setUpFile });
  const stopped = stoppedAtEpochMs === undefined ? {} : { 'stopped-at': String(stoppedAtEpochMs) };
  app.get(['/', `${CONVERSATIONS}:id`], sends('html', appPage({ ...stopped, ...frame?.data })));
  return app;
}

/** Made when first asked for: most who start a portal open no app. */
function scripts(app: Express, modules: BundledModules): void {
  let made: Promise<Bundle> | undefined;
  const sendsPart = (part: keyof Bundle): RequestHandler => {
    return async (_request, response) => {
      made ??= bundleApp(modules);
      response.type('js').send((await made)[part]);
    };
  };
  app.get('/app.js', sendsPart('script'));
  app.get('/offline-worker.js', sendsPart('worker'));
}

function sends(type: string, body: string | Buffer): RequestHandler {
  return (_request, response) => void response.type(type).send(body);
}

const cameraHeader: RequestHandler = (_request, response, next) => {
  response.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()');
  next();
};

/** Only the app's own scripts and styles, from here; nobody frames it, unless it is made for the frame of one page. */
function securityHeaders(framedBy?: string): RequestHandler {
  const own = ["'self'"];
  const sources = { scriptSrc: own, styleSrc: own, imgSrc: own, connectSrc: own, manifestSrc: own, workerSrc: own };
  return strictHeaders(sources, framedBy);
}
