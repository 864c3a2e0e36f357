import type { FormAround } from '../../simulators/web-user/page.ts';

/** A part of a form that tells one registration from another: its address, or one of its fields. */
type Part = 'action' | number;

/** Why nothing is said of removals: what a script alone removes has no form to be forged. */
export const NO_REMOVAL_FORM = 'the portal has no form for it';

/** More parts than this are no ids; trying them all would be many guesses. */
const MOST_PARTS = 3;

/**
 * One's own form with some of the parts that tell registrations apart taken from another's, in every combination: a
 * portal that goes by the id alone then confirms the other's, and whichever part guards the form stays one's own.
 */
export function crossbreeds(own: FormAround, other: FormAround): FormAround[] {
  const parts = differingParts(own, other).slice(0, MOST_PARTS);
  const choices = Array.from({ length: 2 ** parts.length - 1 }, (_, index) => index + 1);
  return choices.map((choice) => {
    const chosen = parts.filter((_, bit) => choice & (2 ** bit));
    return chosen.reduce((form, part) => withPart(form, part, partOf(other, part)), own);
  });
}

/** One's own form with each of the parts that tell registrations apart changed to what no registration has. */
export function strangersOf(own: FormAround, other: FormAround): FormAround[] {
  return differingParts(own, other).map((part) => withPart(own, part, turned(partOf(own, part))));
}

function differingParts(own: FormAround, other: FormAround): Part[] {
  const fields = own.fields.flatMap(([name, value], index) => {
    const isId = name !== own.fieldName && value !== '' && value !== other.fields[index]?.[1];
    return isId ? [index] : [];
  });
  return own.action === other.action ? fields : ['action', ...fields];
}

function partOf(form: FormAround, part: Part): string {
  return part === 'action' ? form.action : (form.fields[part]?.[1] ?? '');
}

function withPart(form: FormAround, part: Part, value: string): FormAround {
  if (part === 'action') return { ...form, action: value };
  return {
    ...form,
    fields: form.fields.map(([name, old], index): [string, string] => [name, index === part ? value : old]),
  };
}

/** As long and of the same signs, and another: each letter and digit becomes the next. */
export function turned(value: string): string {
  const { length } = value;
  const last = value.slice(-Math.min(length, 8));
  const changed = last.replace(/[0-9a-yA-Y]/g, (sign) =>
    sign === '9' ? '0' : String.fromCharCode(sign.charCodeAt(0) + 1),
  );
  return value.slice(0, length - last.length) + changed;
}
