import type { RequestHandler, Response } from 'express';

/** Lets every page go out as `rewrite` leaves it. For the seams `portal` and `pages`. */
export function rewriteHtml(rewrite: (html: string, response: Response) => string): RequestHandler {
  return (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body) => {
      const isPage = typeof body === 'string' && response.get('Content-Type')?.startsWith('text/html');
      return send(isPage ? rewrite(body, response) : body);
    };
    next();
  };
}
