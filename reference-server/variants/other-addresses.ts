import type { Request, RequestHandler, Response } from 'express';
import { rewriteHtml } from '../faults/html.ts';
import type { Variant } from './variant.ts';

type Names = readonly (readonly [ours: string, other: string])[];

/** Longer ones first: none of them begins a later one. */
const ADDRESSES: Names = [
  ['/user-profile/access-controls/mobile-authentication/register', '/app/second-factor/new'],
  ['/user-profile/access-controls/mobile-authentication', '/app/second-factor'],
  ['/user-profile/access-controls', '/app/access'],
  ['/user-profile', '/app/me'],
  ['/sign-in', '/login'],
  ['/sign-out', '/logout'],
];
const FIELDS: Names = [
  ['username', 'usr'],
  ['password', 'pwd'],
  ['device-name', 'label'],
  ['code', 'otp'],
  ['form-token', '_csrf'],
];

export const variant: Variant = {
  id: 'other-addresses',
  title: 'Every page has another address, and every field another name',
  seams: () => ({ portal: () => translateAddresses, pages: () => translateFields }),
};

const rewritePages = rewriteHtml((html) =>
  html
    .replace(/(href|action|value)="(\/[^"]*)"/g, (_, attribute, address) => `${attribute}="${outwards(address)}"`)
    .replace(/ name="([^"]*)"/g, (_, field) => ` name="${FIELDS.find(([ours]) => ours === field)?.[1] ?? field}"`),
);

const translateAddresses: RequestHandler = (request, response, next) => {
  request.url = inwards(request.url);
  request.originalUrl = request.url;
  const redirect = response.redirect.bind(response);
  response.redirect = ((status: number, address: string) =>
    redirect(status, outwards(address))) as Response['redirect'];
  rewritePages(request, response, next);
};

const translateFields: RequestHandler = (request: Request, _response, next) => {
  const { body } = request;
  for (const [ours, other] of FIELDS) if (body?.[other] !== undefined) body[ours] = body[other];
  if (body?.['return-to'] !== undefined) body['return-to'] = inwards(String(body['return-to']));
  next();
};

function outwards(address: string): string {
  const [ours, other] = ADDRESSES.find(([start]) => address.startsWith(start)) ?? ['', ''];
  const rest = address.slice(ours.length);
  return (
    other +
    rest.replace(/return-to=(.*)$/, (_, to) => `return-to=${encodeURIComponent(outwards(decodeURIComponent(to)))}`)
  );
}

function inwards(address: string): string {
  const [ours, other] = ADDRESSES.find(([, start]) => address.startsWith(start)) ?? ['', ''];
  const rest = address.slice(other.length);
  return (
    ours +
    rest.replace(/return-to=(.*)$/, (_, to) => `return-to=${encodeURIComponent(inwards(decodeURIComponent(to)))}`)
  );
}
