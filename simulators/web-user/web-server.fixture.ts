import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a page of a test answers. */
export type Answer = (request: IncomingMessage, body: string) => Page | Promise<Page>;

/** The HTML of a page, the bytes of something else, or a redirect; headers as given. */
export interface Page {
  html?: string;
  bytes?: Uint8Array;
  redirect?: string;
  status?: number;
  headers?: Record<string, string>;
  /** More may follow: the answer never ends. */
  isOpen?: boolean;
}

/** A small web server for one test file. */
export interface WebServer {
  url: string;
  close(): Promise<void>;
}

/** Serves pages by method and path, such as `POST /name`; anything else is 404. */
export async function serve(pages: Record<string, Answer>): Promise<WebServer> {
  const server: Server = createServer((request, response) => void answer(pages, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

async function answer(
  pages: Record<string, Answer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?')[0] ?? '/';
  const page = (await pages[`${request.method} ${path}`]?.(request, await text(request))) ?? {
    status: 404,
    html: 'none',
  };
  const location = page.redirect === undefined ? {} : { location: page.redirect };
  response.writeHead(page.redirect === undefined ? (page.status ?? 200) : 303, {
    'content-type': 'text/html; charset=utf-8',
    ...location,
    ...page.headers,
  });
  response.write(page.bytes ?? page.html ?? '');
  if (!page.isOpen) response.end();
}
