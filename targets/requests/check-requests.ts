import {
  type DescribedRequest,
  type Requests,
  START_NAMES,
  VERB_NAMES,
  type Verb,
  type VerbName,
} from './described.ts';
import { mapTexts, namesIn, type Way } from './templates.ts';

/** What is wrong with a value, for whoever wrote it. */
interface Complaint {
  wanted: string;
  got: string;
  fix?: string;
}

/** Makes the error that refuses the value at a path below `requests`. */
type Refuse = (way: Way, complaint: Complaint) => Error;

const ALWAYS = ['origin', 'username', 'password'];
/** What some verbs know besides. */
const BESIDES: Partial<Record<VerbName, string[]>> = {
  createAccount: ['random'],
  signInWithCode: ['code'],
  startRegistration: ['deviceName'],
  confirm: ['code', 'deviceName'],
  takeAway: ['code'],
  manualValues: ['deviceName'],
};

/**
 * Checks what a schema cannot say of described requests: values that nobody takes, expressions that are none.
 * @throws what `refuse` makes
 */
export function checkRequests(requests: Requests, refuse: Refuse): void {
  refuseExpressions(requests, refuse);
  refuseUnknownNames(requests, refuse);
  refuseUselessVerbs(requests, refuse);
}

function refuseExpressions(requests: Requests, refuse: Refuse): void {
  mapTexts(requests, [], (text, way) => {
    const isExpression = ['regex', 'text'].includes(String(way.at(-1))) || way.at(-2) === 'header';
    if (isExpression) compile(text, (got) => refuse(way, { wanted: 'a regular expression', got }));
    const needsGroup = way.at(-1) === 'regex' && !/(?<!\\)\((?!\?[:=!])/.test(text);
    if (needsGroup)
      throw refuse(way, { wanted: 'an expression with a group for the value', got: JSON.stringify(text) });
    return text;
  });
}

function compile(text: string, refusal: (got: string) => Error): void {
  try {
    RegExp(text);
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : text);
  }
}

/** A value that nobody takes would only be missed in the middle of a run. */
function refuseUnknownNames(requests: Requests, refuse: Refuse): void {
  const taken = [...new Set(VERB_NAMES.flatMap((name) => takenBy(requests[name])))];
  for (const name of [...VERB_NAMES, 'headers'] as const) {
    const known = [...ALWAYS, ...(name === 'headers' ? [] : (BESIDES[name] ?? [])), ...taken];
    mapTexts(requests[name], [name], (text, way) => {
      const unknown = namesIn(text).find((each) => !known.includes(each));
      if (unknown === undefined) return text;
      const fix = `known here are ${known.map((each) => `{{${each}}}`).join(', ')}; others are taken from an answer with take:`;
      throw refuse(way, { wanted: 'values that are known', got: `{{${unknown}}}`, fix });
    });
  }
}

function takenBy(verb: Verb | undefined): string[] {
  const requests: DescribedRequest[] = verb ? [...(verb.before ?? []), verb] : [];
  return requests.flatMap(({ take = {} }) => Object.keys(take));
}

function refuseUselessVerbs(requests: Requests, refuse: Refuse): void {
  const { startRegistration, signInWithCode, confirm } = requests;
  const { take = {} } = startRegistration;
  if (!START_NAMES.some((name) => take[name] !== undefined)) {
    const wanted = 'the key URI, the key or the picture of the QR code among what is taken';
    const got = Object.keys(take).join(', ') || 'none';
    throw refuse(['startRegistration', 'take'], { wanted, got, fix: 'add such as "uri: { json: /otpauth_url }"' });
  }
  for (const [name, verb] of Object.entries({ signInWithCode, confirm })) {
    if (!verb || namesIn(JSON.stringify([verb.send, verb.headers, verb.query, verb.json, verb.form])).includes('code'))
      continue;
    throw refuse([name], { wanted: 'the code in the request', got: 'a request without it', fix: 'send {{code}}' });
  }
}
