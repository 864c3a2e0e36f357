import type { RequestHandler } from 'express';
import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

const SYMBOL = /src="data:image\/png;base64,([^"]*)"/;

export const variant: Variant = {
  id: 'symbol-at-an-address',
  title: 'The QR code is a picture of its own, at an address that only this session can see, once',
  seams: () => {
    const pictures = new Map<string, string>();
    return {
      pages: () => {
        const rewrite = rewriteHtml((html, { req }) => {
          const [, picture] = SYMBOL.exec(html) ?? [];
          if (picture === undefined) return html;
          pictures.set(req.sessionID, picture);
          return html.replace(SYMBOL, 'src="/user-profile/symbol.png"');
        });
        return (request, response, next) => {
          if (request.path === '/user-profile/symbol.png') return sendPicture(pictures)(request, response, next);
          rewrite(request, response, next);
        };
      },
    };
  },
};

function sendPicture(pictures: Map<string, string>): RequestHandler {
  return ({ sessionID }, response, next) => {
    const picture = pictures.get(sessionID);
    if (picture === undefined) return next();
    response.type('png').send(Buffer.from(picture, 'base64'));
  };
}
