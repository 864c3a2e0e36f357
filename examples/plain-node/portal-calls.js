import QRCode from 'qrcode';
import { base32, keyUri } from './one-time-code.js';
import { finishRegistration, pendingRegistration, Refusal, startRegistration, useCode } from './registrations.js';
import { openSession, signIn } from './sessions.js';

const COOKIE = 'portal';

/** What the portal's script may ask for, each a POST of JSON below /portal/. */
export const PORTAL_CALLS = { enter, leave, devices, start, identify, symbol, values, finish };

/** @throws Refusal when nobody is signed in */
function portalSession(world, request) {
  const token = tokenOf(request);
  const session = world.portal.get(token);
  if (!session) {
    throw new Refusal('signed-out', 'Sign in first.');
  }
  return { ...session, token, session };
}

function enter(world, { asked, request }) {
  const account = signIn(world, asked.username, asked.password);
  world.portal.delete(tokenOf(request));
  const token = openSession(world.portal, { account, identified: new Set() });
  return { answer: {}, cookie: `${COOKIE}=${token}; Path=/portal; HttpOnly; SameSite=Strict` };
}

function leave(world, { request }) {
  world.portal.delete(tokenOf(request));
  return { answer: {}, cookie: `${COOKIE}=; Path=/portal; Max-Age=0` };
}

function devices(world, { request }) {
  const { account } = portalSession(world, request);
  return { answer: { username: account.name, devices: account.devices.map(({ name }) => ({ name })) } };
}

function start(world, { asked, request }) {
  const { account } = portalSession(world, request);
  const { id } = startRegistration(account, asked.name, world.nowMs());
  return { answer: { id, mustIdentify: account.devices.length > 0 } };
}

/** Whoever has a device already needs a code of it to add another: a stolen password is not enough. */
function identify(world, { asked, request }) {
  const { account, session } = portalSession(world, request);
  useCode(account, { code: asked.code, devices: account.devices }, world.nowMs());
  session.identified.add(asked.id);
  return { answer: {} };
}

async function symbol(world, { asked, request }) {
  const { account, key } = opened(world, asked, request);
  const uri = keyUri({ accountName: account.name, key, registrationId: asked.id });
  return { answer: { picture: await QRCode.toDataURL(uri, { margin: 4, scale: 5 }) } };
}

function values(world, { asked, request }) {
  const { name, key } = opened(world, asked, request);
  return { answer: { name, key: base32(key) } };
}

function finish(world, { asked, request }) {
  const { account } = opened(world, asked, request);
  const { name } = finishRegistration(account, asked, world.nowMs());
  return { answer: { name } };
}

/** A pending registration of the person who asks, who has shown to be that person. */
function opened(world, { id }, request) {
  const { account, identified } = portalSession(world, request);
  const { name, key } = pendingRegistration(account, id, world.nowMs());
  if (account.devices.length > 0 && !identified.has(id)) {
    throw new Refusal('identify', 'Type a code of a device that is registered already.');
  }
  return { account, name, key };
}

function tokenOf(request) {
  return new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
}
