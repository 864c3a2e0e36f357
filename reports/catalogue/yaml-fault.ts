import { type Document, visit } from 'yaml';

/** What keeps a text from being one document of YAML, and where in it. */
interface YamlFault {
  /** How many characters come before it. */
  at: number;
  complaint: { got: string; fix?: string };
}

/** Nobody writes so many by hand; each can stand for many others. */
const MOST_ALIASES = 100;

/** The first thing that is wrong; `undefined` when nothing is. What is quoted nowhere is what may be a password. */
export function faultInYaml(document: Document): YamlFault | undefined {
  const [broken] = document.errors;
  if (!broken) return faultInAliases(document);
  const { code, message, pos } = broken;
  if (code !== 'MULTIPLE_DOCS') return { at: pos[0], complaint: { got: message } };
  return { at: pos[0], complaint: { got: 'a second document', fix: 'take off the line --- and what comes below it' } };
}

/** An alias that stands for nothing, or for what it stands in, or one of too many. */
function faultInAliases(document: Document): YamlFault | undefined {
  let fault: YamlFault | undefined;
  let count = 0;
  visit(document, {
    Alias: (_, alias, around) => {
      count += 1;
      const meant = alias.resolve(document);
      const complaint = count > MOST_ALIASES ? TOO_MANY : complaintOf(meant, around);
      if (!complaint) return undefined;
      fault = { at: alias.range?.[0] ?? 0, complaint };
      return visit.BREAK;
    },
  });
  return fault;
}

function complaintOf(meant: unknown, around: readonly unknown[]): YamlFault['complaint'] | undefined {
  if (meant === undefined) return UNRESOLVED;
  return around.includes(meant) ? RECURSIVE : undefined;
}

const UNRESOLVED = {
  got: 'an alias (*) whose anchor (&) does not stand before it',
  fix: 'put quotes around a text that begins with *',
};
const RECURSIVE = { got: 'an alias (*) within its own anchor (&)', fix: 'write out what is meant' };
const TOO_MANY = { got: `more than ${MOST_ALIASES} aliases (*)`, fix: 'write out what is meant' };
