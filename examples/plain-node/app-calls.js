import { isLetIn, isRegistered, Refusal, takePart } from './registrations.js';
import { isStale, openSession, signIn } from './sessions.js';

/** What the phone app may ask for, each a POST of JSON below /app/. */
export const APP_CALLS = { hello, state, scanned, typed, done, conversations, bye };

const CONVERSATIONS = [
  { title: 'Weekend plans', last: 'The boat leaves at nine.' },
  { title: 'Anna from Support', last: 'Glad that it works again!' },
];

function hello(world, { asked }) {
  const account = signIn(world, asked.username, asked.password);
  const session = { account, phone: asked.phone, sinceMs: world.nowMs() };
  if (asked.phone.length < 16) {
    throw new Refusal('phone', 'This app is broken: its phone has no number.');
  }
  const token = openSession(world.app, session);
  return { answer: { token, ...standing(world, session) } };
}

function state(world, { request }) {
  return { answer: standing(world, appSession(world, request)) };
}

function scanned(world, { asked, request }) {
  const { account, phone } = appSession(world, request);
  takePart(account, { id: asked.registration, phone }, world.nowMs());
  return { answer: {} };
}

function typed(world, { asked, request }) {
  const { account, phone } = appSession(world, request);
  takePart(account, { name: asked.name, phone }, world.nowMs());
  return { answer: {} };
}

function done(world, { asked, request }) {
  const { account, phone } = appSession(world, request);
  const finished = isRegistered(account, { phone, proof: asked.proof }, world.nowMs());
  return { answer: { finished } };
}

function conversations(world, { request }) {
  const session = appSession(world, request);
  if (!standing(world, session).letIn) {
    throw new Refusal('verify', 'This device is not verified.');
  }
  return { answer: { conversations: CONVERSATIONS } };
}

function bye(world, { request }) {
  world.app.delete(tokenOf(request));
  return { answer: {} };
}

function standing(world, { account, phone }) {
  return { username: account.name, letIn: isLetIn(account, phone, world.nowMs()) };
}

function appSession(world, request) {
  const session = world.app.get(tokenOf(request));
  const isOver = !session || (isStale(session, world.nowMs()) && !standing(world, session).letIn);
  if (isOver) {
    world.app.delete(tokenOf(request));
    throw new Refusal('signed-out', 'Please sign in again.');
  }
  return session;
}

function tokenOf(request) {
  return (request.headers.authorization ?? '').replace(/^Bearer /, '');
}
