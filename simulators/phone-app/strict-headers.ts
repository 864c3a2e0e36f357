import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Where what a page is made of may come from, by its kind; what is not named may come from nowhere. */
type Sources = Record<string, string[]>;

/** A page has what it names, sends no forms, and is framed by nobody, or by one page alone. */
export function strictHeaders(sources: Sources, framedBy?: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        ...sources,
        formAction: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: [framedBy ?? "'none'"],
      },
    },
    // It knows no single page that may.
    xFrameOptions: framedBy === undefined && { action: 'deny' },
    // This server speaks plain HTTP, over which browsers ignore it.
    strictTransportSecurity: false,
  });
}
