import type { RequestHandler } from 'express';

/** Lets a header go out as `rewrite` leaves it, or not at all where it leaves nothing. For the seam `portal`. */
export function rewriteHeader(name: string, rewrite: (value: string) => string | undefined): RequestHandler {
  return (_request, response, next) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (each, value) => {
      if (each.toLowerCase() !== name.toLowerCase()) return setHeader(each, value);
      const values = [value].flat().map((one) => rewrite(String(one)));
      const kept = values.filter((one) => one !== undefined);
      return kept.length === 0 ? response : setHeader(each, kept);
    };
    next();
  };
}
