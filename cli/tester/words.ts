import type { Question } from '../../targets/person-phone/tester.ts';

/** A question as it stands in the terminal. What is in confidence, and pictures, stand on the page alone. */
export function questionLines(
  { text, choices = [], takesMany, inConfidence, picture }: Question,
  turn: string,
): string {
  const onPage = inConfidence || picture ? ' (see the page)' : '';
  const numbers = choices.map((choice, index) => `  ${index + 1} ${choice}`);
  const how = takesMany ? ['  all that apply, such as "1 2"'] : [];
  return `${[`${turn}: ${text}${onPage}`, ...numbers, ...how].join('\n')}\n`;
}

/** What a typed line answers; `undefined` where it names none of the choices. */
export function choicesIn({ choices, takesMany }: Question, line: string): readonly string[] | undefined {
  if (!choices) return [line.trim()];
  const given = line.split(/[\s,]+/).filter((word) => word !== '');
  const chosen = given.map((word) => choices[Number(word) - 1]);
  const isOne = chosen.length === 1 || (takesMany && chosen.length > 0);
  return isOne && chosen.every((choice) => choice !== undefined) ? chosen : undefined;
}
