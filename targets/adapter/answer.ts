/** How an adapter says that something came to nothing. */
interface Failure {
  code: number;
  message: string;
}

/** One answer: a result, or why there is none. */
export interface Answer {
  id: number;
  result?: unknown;
  error?: Failure;
}

/** What is wrong with a line, to be put into a sentence. */
interface Wrong {
  wanted: string;
  /** Goes on from "line 3 of its standard output". */
  fault: string;
  fix: string;
}

interface Message {
  jsonrpc?: unknown;
  id?: unknown;
  method?: unknown;
  result?: unknown;
  error?: { code?: unknown; message?: unknown } | null;
}

const LOG_TO_STDERR = 'write nothing but JSON-RPC there, and logs to standard error';

/**
 * What one line comes to: an answer to one of the questions under way, something that nobody asked for, or a fault.
 * @see JSON-RPC 2.0 Specification, sections 4 and 5
 */
export function readAnswer(
  line: string,
  waiting: ReadonlyMap<number, { call: string }>,
): Answer | { unasked: true } | Wrong {
  if (line.trim() === '') return { unasked: true };
  const message = parse(line);
  if (!message) return { wanted: 'a JSON-RPC message on each line', fault: 'is none', fix: LOG_TO_STDERR };
  if (message.jsonrpc !== '2.0') {
    return { wanted: '"jsonrpc": "2.0" in each message', fault: 'has it not', fix: 'add it' };
  }
  if (message.method !== undefined) return message.id === undefined ? { unasked: true } : asksUs;
  return faultOfId(message.id, waiting) ?? readOutcome(message);
}

const asksUs: Wrong = {
  wanted: 'answers alone',
  fault: 'is a question with an id',
  fix: 'an adapter is asked and does not ask; without an id it is a notification, which is ignored',
};

function parse(line: string): Message | undefined {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function faultOfId(id: unknown, waiting: ReadonlyMap<number, { call: string }>): Wrong | undefined {
  if (typeof id === 'number' && waiting.has(id)) return undefined;
  const open = [...waiting].map(([each, { call }]) => `${each} (${call})`).join(', ');
  return {
    wanted: open ? `an answer with the id ${open}` : 'no answer, for nothing is asked',
    fault: `has the id ${typeof id === 'number' || typeof id === 'string' ? JSON.stringify(id) : 'null or none'}`,
    fix: 'answer each question once, with its id as it came: a number',
  };
}

function readOutcome(message: Message): Answer | Wrong {
  const id = message.id as number;
  const { error } = message;
  if ('result' in message === 'error' in message) {
    return { wanted: 'either "result" or "error"', fault: 'has both or neither', fix: 'the result of an act is {}' };
  }
  if (!('error' in message)) return { id, result: message.result };
  if (typeof error?.message === 'string' && Number.isInteger(error.code)) return { id, error: error as Failure };
  return {
    wanted: '"error" with a whole number as "code" and a text as "message"',
    fault: 'has it otherwise',
    fix: 'see the list of codes in docs/adapters.md',
  };
}
