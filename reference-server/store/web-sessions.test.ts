import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cookie, type SessionData } from 'express-session';
import { WebSessions } from './web-sessions.ts';

const data = (more: Partial<SessionData> = {}) => ({ cookie: new Cookie(), ...more }) as SessionData;

function read(sessions: WebSessions, sid: string): SessionData | null | undefined {
  let found: SessionData | null | undefined;
  sessions.get(sid, (_error, session) => {
    found = session;
  });
  return found;
}

test('a slow request does not bring a session back that was ended meanwhile', () => {
  const sessions = new WebSessions({ now: () => 0, set() {} });
  sessions.set('id', data({ username: 'ana' }));
  sessions.destroy('id');
  sessions.set('id', data({ username: 'ana' }));
  assert.equal(read(sessions, 'id'), null);
});

test('only those who are signed in are counted, and only as long as they are', () => {
  let nowMs = 0;
  const sessions = new WebSessions({ now: () => nowMs, set() {} });
  sessions.set('someone', data());
  sessions.set('ana', data({ username: 'ana', signedInAtMs: 0 }));
  assert.equal(sessions.signedInCount(nowMs), 1);
  nowMs = 60 * 60_000;
  assert.equal(sessions.signedInCount(nowMs), 0);
});
