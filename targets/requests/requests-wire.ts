import { Unprovided } from '../../simulators/errors.ts';
import type { FormAround } from '../../simulators/web-user/page.ts';
import type { News, OddValue } from '../../simulators/web-user/told.ts';
import type { WireUser } from '../../simulators/web-user/wire-user.ts';
import { partly } from '../partly.ts';
import type { Enrolment } from './enrolment.ts';
import { FORM_TYPE, JSON_TYPE, type RawRequest } from './render.ts';
import type { Session } from './session.ts';
import { namesIn } from './templates.ts';

const CAPABILITY = 'requests that no page makes';

/** Sends what the described requests do not say: the same again, fields beside theirs, other things than a code. */
export function requestsWire(session: Session, enrolment: Enrolment): WireUser {
  const template = async (): Promise<RawRequest> => {
    const verb = session.portal.verb('confirm');
    return session.rendered('confirm', verb, await session.prepare('confirm', verb, enrolment.given));
  };
  const codeForm = async (code: string): Promise<FormAround> => {
    enrolment.type(code);
    return formOf(await template(), session.portal.requests.confirm);
  };
  return partly<WireUser>(
    {
      codeForm,
      send: async (form: FormAround): Promise<News> => {
        const verb = session.portal.verb('confirm');
        const answer = await session.send(withFields(await template(), form.fields), verb.follow);
        const reading = session.read(answer);
        enrolment.settle(session.judge('confirm', verb, { reading, values: session.valuesWith(enrolment.given) }));
        return enrolment.news;
      },
      sendTogether: async (forms: FormAround[]): Promise<number[]> => {
        const request = await template();
        const answers = await Promise.all(forms.map(({ fields }) => session.send(withFields(request, fields))));
        return answers.map(({ status }) => status);
      },
      sendOdd: async (odd: OddValue): Promise<number> => {
        const { fields, fieldName } = await codeForm('');
        const request = await template();
        return (await session.send({ ...request, ...oddBody(request, odd, { fields, fieldName }) })).status;
      },
      sendTimed: async (form: FormAround): Promise<number> => {
        const request = withFields(await template(), form.fields);
        const begin = performance.now();
        await session.send(request);
        return performance.now() - begin;
      },
    },
    CAPABILITY,
    'the target is described in requests, which have no pages',
  );
}

/** The fields of a rendered request, and which of them is the code. */
function formOf(
  { address, method, headers, body = '' }: RawRequest,
  verb: { json?: unknown; form?: object },
): FormAround {
  const templates = Object.entries((verb.form ?? verb.json ?? {}) as Record<string, unknown>);
  const fieldName = templates.find(([, text]) => typeof text === 'string' && namesIn(text).includes('code'))?.[0];
  if (fieldName === undefined) {
    throw new Unprovided(CAPABILITY, 'confirm: sends the code in no field of its body, or in one within another');
  }
  return { action: address, method, fieldName, fields: fieldsOf(headers['content-type'], body) };
}

function fieldsOf(contentType: string | undefined, body: string): [string, string][] {
  if (contentType === FORM_TYPE) return [...new URLSearchParams(body)];
  return Object.entries(JSON.parse(body) as object).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

function withFields(request: RawRequest, fields: [string, string][]): RawRequest {
  if (request.headers['content-type'] === FORM_TYPE) {
    return { ...request, body: new URLSearchParams(fields).toString() };
  }
  const before = JSON.parse(request.body ?? '{}') as Record<string, unknown>;
  const said = fields.map(([name, text]) => [name, JSON.stringify(before[name]) === text ? before[name] : text]);
  return { ...request, body: JSON.stringify(Object.fromEntries(said)) };
}

/** An odd value as the portal's kind of body has it; a form's peculiarities cannot be said in JSON. */
function oddBody(
  { headers }: RawRequest,
  odd: OddValue,
  { fields, fieldName }: Pick<FormAround, 'fields' | 'fieldName'>,
): Pick<RawRequest, 'headers' | 'body'> {
  const body = odd.body(fields, fieldName);
  const own = headers['content-type'];
  if (own !== JSON_TYPE || odd.contentType !== FORM_TYPE)
    return { headers: { ...headers, 'content-type': odd.contentType }, body };
  const pairs = [...new URLSearchParams(body)];
  const names = pairs.map(([name]) => name);
  if (new Set(names).size < names.length || names.some((name) => name.includes('['))) {
    throw new Unprovided('a form in place of JSON', 'the portal takes JSON, in which this cannot be said');
  }
  return { headers, body: JSON.stringify(Object.fromEntries(pairs)) };
}
