import { Unprovided } from '../../simulators/errors.ts';
import type { FormAround } from '../../simulators/web-user/page.ts';
import { fieldsOf, jsonOf, oddBody } from '../../simulators/web-user/script-form.ts';
import type { News, OddValue } from '../../simulators/web-user/told.ts';
import type { WireUser } from '../../simulators/web-user/wire-user.ts';
import { partly } from '../partly.ts';
import type { Enrolment } from './enrolment.ts';
import { FORM_TYPE, type RawRequest } from './render.ts';
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
        return (await session.send(oddRequest(request, odd, { fields, fieldName }))).status;
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

function oddRequest(request: RawRequest, odd: OddValue, form: Pick<FormAround, 'fields' | 'fieldName'>): RawRequest {
  const { contentType, body } = oddBody(request.headers['content-type'], odd, form);
  return { ...request, headers: { ...request.headers, 'content-type': contentType }, body };
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
  const isForm = headers['content-type'] === FORM_TYPE;
  const fields = isForm ? [...new URLSearchParams(body)] : fieldsOf(JSON.parse(body));
  return { action: address, method, fieldName, fields };
}

function withFields(request: RawRequest, fields: [string, string][]): RawRequest {
  if (request.headers['content-type'] === FORM_TYPE) {
    return { ...request, body: new URLSearchParams(fields).toString() };
  }
  const before = JSON.parse(request.body ?? '{}') as Record<string, unknown>;
  return { ...request, body: JSON.stringify(jsonOf(before, fields)) };
}
