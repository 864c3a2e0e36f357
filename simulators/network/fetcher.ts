import http from 'node:http';
import https from 'node:https';
import { Answer } from './answer.ts';

/** What is asked of an address. */
export interface HttpRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Sends a request and brings its answer. */
export type Fetcher = (address: string, request: HttpRequest) => Promise<Answer>;

/**
 * Longer than any answer takes, short enough that a target that hangs is told from a slow one. Twenty who give their
 * passwords at once have taken a product more than ten seconds on a busy machine: passwords are hashed slowly on purpose.
 */
const PATIENCE_MS = 30_000;
/** Connections that nobody used for so long are not used again: servers close them about then. */
const IDLE_MS = 4_000;

/** What `fetch` says of itself, which takes five times as long. Compressed answers are not asked for. */
const USUAL = { accept: '*/*', 'accept-language': '*', 'accept-encoding': 'identity', 'user-agent': 'node' };

const connections = { keepAlive: true, timeout: IDLE_MS };
const plain = { request: http.request, agent: new http.Agent(connections) };
const encrypted = { request: https.request, agent: new https.Agent(connections) };

/**
 * Sends one request, and follows no redirect.
 * @throws Error, mostly with the code of the network, when no whole answer comes within {@link PATIENCE_MS}
 */
export const fetchOnce: Fetcher = (address, asks) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body } = asks;
    const url = new URL(address);
    const { request, agent } = url.protocol === 'https:' ? encrypted : plain;
    const asked = request(url, { method, agent, headers: { ...USUAL, ...headers } });
    const patience = setTimeout(() => asked.destroy(new Error('no answer in time')), PATIENCE_MS);
    let isAnswered = false;
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(patience);
      // The server closed an idle connection just when it was used again: nobody has read the request.
      if (asked.reusedSocket && !isAnswered && error.code === 'ECONNRESET') resolve(fetchOnce(address, asks));
      else reject(error);
    };
    asked.on('error', fail);
    asked.on('response', (response) => {
      isAnswered = true;
      const chunks: Uint8Array[] = [];
      response.on('error', fail);
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.on('end', () => {
        clearTimeout(patience);
        url.hash = '';
        const { statusCode: status = 0, rawHeaders: fields } = response;
        resolve(new Answer({ status, url: url.href, fields, body: Buffer.concat(chunks) }));
      });
    });
    asked.end(body);
  });
