import type { Requests } from './described.ts';

/** The portal of the tests, as a target file describes it. */
export function describedRequests(other: Partial<Requests> = {}): Requests {
  return {
    headers: { authorization: 'Bearer {{token}}' },
    createAccount: {
      send: 'POST /accounts',
      json: { username: '{{username}}', password: '{{password}}' },
      username: '{{random}}@example.com',
    },
    signIn: {
      before: [{ send: 'GET /login', take: { csrf: { html: 'csrf' } } }],
      send: 'POST /login',
      headers: { 'X-CSRF': '{{csrf}}' },
      json: { username: '{{username}}', password: '{{password}}' },
      needsCode: { status: 401, json: { '/code': 'OTP' } },
      take: { token: { json: '/token' } },
    },
    signInWithCode: { send: 'POST /otp', json: { otp: '{{code}}' } },
    startRegistration: { send: 'POST /mfa', take: { uri: { json: '/data/otpauth' }, message: { json: '/message' } } },
    confirm: { send: 'POST /mfa/confirm', json: { otp: '{{code}}' }, take: { message: { json: '/message' } } },
    takeAway: { send: 'DELETE /mfa' },
    signOut: { send: 'POST /logout', success: { status: 302, header: { location: '^/login' } } },
    protected: { send: 'GET /me', success: { has: '/user/id' } },
    ...other,
  };
}
