import type { OddValue } from '../../simulators/web-user/told.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
/** From a digit to its full-width form. */
const FULL_WIDTH = 0xff10 - 0x30;

/** Builds a value around the right code. */
export type MakeOddValue = (code: string) => OddValue;

/**
 * What may come instead of a code, built from the right code: a portal that coerces, joins or picks accepts it.
 * @see OWASP ASVS 5.0.0, 2.2.1 and 15.3.5
 */
export const ODD_VALUES: Record<string, MakeOddValue> = {
  'an empty field': () => text(''),
  'no field at all': () => form(() => []),
  letters: () => text('abcdef'),
  'a negative number': (code) => text(`-${code}`),
  'an exponent': (code) => text(`${Number(code)}e0`),
  'full-width digits': (code) => text([...code].map(fullWidth).join('')),
  'a nested field': (code) => form((name) => [[`${name}[value]`, code]]),
  'a JSON number': (code) => json(Number(code)),
  'a JSON null': () => json(null),
  'a JSON list': (code) => json([code]),
  'a JSON object': (code) => json({ value: code }),
};

function text(value: string): OddValue {
  return form((name) => [[name, value]]);
}

function form(values: (fieldName: string) => [string, string][]): OddValue {
  return {
    contentType: FORM,
    body: (fields, fieldName) => {
      const others = fields.filter(([name]) => name !== fieldName);
      return new URLSearchParams([...others, ...values(fieldName)]).toString();
    },
  };
}

function json(value: unknown): OddValue {
  return {
    contentType: JSON_TYPE,
    body: (fields, fieldName) => JSON.stringify({ ...Object.fromEntries(fields), [fieldName]: value }),
  };
}

function fullWidth(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + FULL_WIDTH);
}
