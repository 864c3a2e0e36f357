import { rewriteHeader } from './headers.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-118',
  title: 'Scripts may read the session cookie, and anybody may frame the pages',
  behaviour: 'The cookie has neither HttpOnly nor SameSite, and no header forbids to show the pages in a frame.',
  severity: 'medium',
  evidence: 'OWASP ASVS 5.0.0, 3.3.1 to 3.4.6',
  breaks: ['ABU-13'],
  seams: () => {
    const weaken = [
      rewriteHeader('Set-Cookie', (cookie) => cookie.replace(/; (HttpOnly|SameSite=Lax)/g, '')),
      rewriteHeader('X-Frame-Options', () => undefined),
      rewriteHeader('Content-Security-Policy', (policy) => policy.replace(/;?\s*frame-ancestors [^;]*/, '')),
    ];
    return {
      portal: () => (request, response, next) => {
        for (const handler of weaken) handler(request, response, () => {});
        next();
      },
    };
  },
  async isActive(probe) {
    const answer = await probe.web().request('/sign-in');
    const cookies = answer.headers.getSetCookie();
    const isFramed = answer.headers.get('X-Frame-Options') === null;
    return isFramed && cookies.length > 0 && cookies.every((cookie) => !cookie.includes('HttpOnly'));
  },
};
