import type { Exchange, SaidField } from './scene.ts';

/** A request and its answer as they went over the wire. */
export interface WholeExchange {
  method: string;
  /** With the query. */
  address: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  status: number;
  answer: string;
  answerType: string;
}

/** What may be told of an exchange, and what was in it that may not be. */
export interface Heard {
  told: Omit<Exchange, 'number' | 'atEpochMs'>;
  secrets: string[];
}

/** What is no secret of a request or an answer; of all else the name alone is told. */
const ASKED_OPENLY: readonly string[] = ['username', 'device-name', 'deviceName', 'return-to'];
const ANSWERED_OPENLY: readonly string[] = ['next', 'deviceName', 'code', 'title', 'username', 'devices'];
/** What pages ask for by themselves says nothing of the protocol. */
const PART_OF_A_PAGE = /^\/(assets\/|favicon\.ico$|openapi\.json$)/;

/** Tells of an exchange what everybody may see; undefined where it is no part of the protocol. */
export function hear({ method, address, headers, body, ...answer }: WholeExchange): Heard | undefined {
  const { pathname: path, searchParams } = new URL(address, 'http://portal.invalid');
  if (PART_OF_A_PAGE.test(path)) return undefined;
  const asked = [...searchParams, ...fieldsIn(body, headers['content-type'])];
  const answered = fieldsIn(answer.answer, answer.answerType);
  const title = titleIn(answer);
  return {
    told: {
      from: /^\/phone(\/|$)/.test(path) ? 'phone' : 'portal page',
      method,
      path,
      asked: asked.map(openOnly(ASKED_OPENLY)),
      status: answer.status,
      ...(title !== undefined && { title }),
      answered: answered.map(openOnly(ANSWERED_OPENLY)),
    },
    secrets: [...hidden(asked, ASKED_OPENLY), ...hidden(answered, ANSWERED_OPENLY), ...tokensIn(headers)],
  };
}

type Field = [name: string, value: string];

function fieldsIn(text: string, type: string | string[] | undefined): Field[] {
  if (text === '') return [];
  const kind = String(type);
  if (/json/.test(kind)) return fieldsOf(text);
  return /x-www-form-urlencoded/.test(kind) ? [...new URLSearchParams(text)] : [];
}

function fieldsOf(json: string): Field[] {
  try {
    const said: unknown = JSON.parse(json);
    return Object.entries(said ?? {}).map(([name, value]) => [name, textOf(value)]);
  } catch {
    return [];
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function titleIn({ answer, answerType }: Pick<WholeExchange, 'answer' | 'answerType'>): string | undefined {
  if (!answerType.startsWith('text/html')) return undefined;
  // The part after the dash is the portal's own name.
  return /<title>([^<]*?)(?: – [^<]*)?<\/title>/.exec(answer)?.[1];
}

function openOnly(open: readonly string[]): (field: Field) => SaidField {
  return ([name, value]) => ({ name, ...(open.includes(name) && { value }) });
}

function hidden(fields: Field[], open: readonly string[]): string[] {
  return fields.flatMap(([name, value]) => (open.includes(name) ? [] : [value]));
}

/** The values of cookies, and what stands after "Bearer". */
function tokensIn({ cookie = '', authorization = '' }: WholeExchange['headers']): string[] {
  const cookies = String(cookie)
    .split(';')
    .map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
  return [...cookies, String(authorization).replace(/^\w+ /, '')].filter((text) => text !== '');
}
