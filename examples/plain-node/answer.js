import { readFile } from 'node:fs/promises';
import { APP_CALLS } from './app-calls.js';
import { PORTAL_CALLS } from './portal-calls.js';
import { Refusal } from './registrations.js';

const LONGEST_BODY = 65_536;
const CALLS = { portal: PORTAL_CALLS, app: APP_CALLS };
const STATUS = { 'signed-out': 401, credentials: 401, verify: 403, identify: 403, locked: 429 };

const OWN = new URL('browser/', import.meta.url);
const SCRIPTS = ['page', 'portal', 'register', 'app', 'pairing', 'memory', 'code-view', 'camera', 'key'];
const FILES = {
  '/': [new URL('portal.html', OWN), 'text/html'],
  '/app': [new URL('app.html', OWN), 'text/html'],
  '/file/style.css': [new URL('style.css', OWN), 'text/css'],
  '/file/jsqr.js': [new URL(import.meta.resolve('jsqr')), 'text/javascript'],
  ...Object.fromEntries(SCRIPTS.map((name) => [`/file/${name}.js`, [new URL(`${name}.js`, OWN), 'text/javascript']])),
};

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
};

/** Answers one request: a file of the two pages, or a call of one of their scripts. */
export async function answer(world, request, response) {
  const { pathname } = new URL(request.url, 'http://here');
  const [, side, verb] = pathname.split('/');
  if (request.method === 'POST' && Object.hasOwn(CALLS[side] ?? {}, verb)) {
    await answerCall(world, { call: CALLS[side][verb], request }, response);
    return;
  }
  if (request.method === 'GET' && Object.hasOwn(FILES, pathname)) {
    const [file, type] = FILES[pathname];
    response.writeHead(200, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(await readFile(file));
    return;
  }
  response.writeHead(404, HEADERS).end();
}

async function answerCall(world, { call, request }, response) {
  let told;
  try {
    const asked = await readAsked(request);
    told = { status: 200, ...(await call(world, { asked, request })) };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    told = { status: STATUS[error.reason] ?? 400, answer: { refused: error.reason, message: error.message } };
  }
  const cookie = told.cookie ? { 'set-cookie': told.cookie } : {};
  // The time lets the app see that the phone's clock is wrong.
  const body = JSON.stringify({ ...told.answer, nowMs: world.nowMs() });
  response.writeHead(told.status, { ...HEADERS, ...cookie, 'content-type': 'application/json' }).end(body);
}

/** Only texts are ever asked with; a form of another site cannot send this content type without being asked first. */
async function readAsked(request) {
  if (request.headers['content-type'] !== 'application/json') {
    throw new Refusal('form', 'That was not sent by this page.');
  }
  const asked = parse(await readBody(request));
  const fields = ['username', 'password', 'phone', 'name', 'id', 'code', 'registration', 'proof'];
  return Object.fromEntries(fields.map((field) => [field, typeof asked[field] === 'string' ? asked[field] : '']));
}

async function readBody(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LONGEST_BODY) {
      throw new Refusal('long', 'That is too long.');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new Refusal('form', 'That was not sent by this page.');
  }
}
