import type { HTTPResponse, Page as Tab } from 'puppeteer';
import { Blocked } from '../../errors.ts';
import type { ForeignRequest, FormAround } from '../page.ts';
import { jsonOf } from '../script-form.ts';
import { standOnBlankPage } from './blank-page.ts';
import type { Settling } from './settling.ts';
import type { TabTraffic } from './tab-traffic.ts';

/** A site that is nobody's. */
const ELSEWHERE = 'elsewhere.example';

/** What the page of another site sends: as a form of this kind, or as a link. */
interface Sending extends Pick<FormAround, 'action' | 'fields'> {
  enctype?: string;
}

/** Whose window it is that comes to the other site. */
interface Visitor {
  tab: Tab;
  settling: Settling;
  traffic: TabTraffic;
}

/** Has a page of another site send a form or follow a link. @returns the HTTP status of the first answer @throws {Blocked} */
export async function sendFromElsewhere(
  { traffic, ...visitor }: Visitor,
  form: FormAround,
  how: ForeignRequest,
): Promise<number> {
  // The page of the other site says nothing of the portal.
  traffic.stop();
  await standElsewhere(visitor.tab, form.action);
  traffic.start();
  return sendFromHere(visitor, form, how);
}

/** Goes to a page of another site that speaks the same protocol: from TLS to none a browser would ask first. */
function standElsewhere(tab: Tab, address: string): Promise<void> {
  return standOnBlankPage(tab, `${new URL(address).protocol}//${ELSEWHERE}/`);
}

/**
 * Sends a form, or follows a link, from the page that the tab stands on; which cookies go with it the browser decides.
 * @returns the HTTP status of the first answer, before any redirect is followed
 * @throws {Blocked} when nothing was answered
 */
async function sendFromHere(
  { tab, settling }: Omit<Visitor, 'traffic'>,
  form: FormAround,
  how: ForeignRequest,
): Promise<number> {
  const statuses: number[] = [];
  const note = (response: HTTPResponse) => {
    if (response.request().isNavigationRequest()) statuses.push(response.status());
  };
  tab.on('response', note);
  try {
    await settling.after(() =>
      how === 'a link' ? tab.evaluate(followLink, form) : tab.evaluate(send, asSent(form, how)),
    );
  } finally {
    tab.off('response', note);
  }
  const [status] = statuses;
  if (status === undefined) throw new Blocked(`wanted an answer to what ${ELSEWHERE} makes the browser send, got none`);
  return status;
}

/**
 * A form of plain text writes each field as name=value and a line break. All that is to be sent is put into one name,
 * so that it reads as any other form, and the line break becomes the value of a field without a name.
 */
function asSent({ action, fields, script }: FormAround, how: ForeignRequest): Sending {
  if (how === 'a form') return { action, fields };
  // As JSON it ends in a member for what is between name and value.
  const begun = script?.json && JSON.stringify(jsonOf(script.json, fields)).slice(0, -1);
  if (begun !== undefined) return { action, fields: [[`${begun},"":"`, '"}']], enctype: 'text/plain' };
  return { action, fields: [[`${new URLSearchParams(fields)}&`, '']], enctype: 'text/plain' };
}

// Sent into the page as text: each must stand alone.

function send({ action, fields, enctype = 'application/x-www-form-urlencoded' }: Sending): void {
  const form = document.createElement('form');
  Object.assign(form, { action, enctype, method: 'post', acceptCharset: 'utf-8' });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  // A field may be called "submit".
  HTMLFormElement.prototype.submit.call(form);
}

function followLink({ action, fields }: Sending): void {
  const link = document.createElement('a');
  link.href = fields.length > 0 ? `${action.split('?')[0]}?${new URLSearchParams(fields)}` : action;
  document.body.append(link);
  link.click();
}
