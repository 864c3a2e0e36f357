import type { RequirementVerdict, RunVerdict, Sentence } from '../../verdict/shape.ts';

/** A sentence of the document with all that rests on it. */
interface SentenceTrace extends Sentence {
  requirements: RequirementVerdict[];
}

/** From the document to the results: its sentences in their order, and what rests on none of them. */
export interface Traces {
  sentences: SentenceTrace[];
  /** By what they rest on instead, such as "RFC 6238 section 5.2"; a requirement with several is under each. */
  standards: { source: string; requirements: RequirementVerdict[] }[];
}

export function tracesOf({ requirements }: RunVerdict): Traces {
  const sentences = new Map<string, SentenceTrace>();
  const standards = new Map<string, RequirementVerdict[]>();
  for (const requirement of requirements) {
    for (const sentence of requirement.sentences) {
      const trace = sentences.get(sentence.id) ?? { ...sentence, requirements: [] };
      sentences.set(sentence.id, { ...trace, requirements: [...trace.requirements, requirement] });
    }
    if (requirement.sentences.length > 0) continue;
    for (const source of requirement.sources) standards.set(source, [...(standards.get(source) ?? []), requirement]);
  }
  return {
    sentences: [...sentences.values()].sort((one, other) => numberOf(one) - numberOf(other)),
    standards: [...standards].map(([source, resting]) => ({ source, requirements: resting })),
  };
}

function numberOf({ id }: Sentence): number {
  return Number(id.replaceAll(/\D/g, ''));
}
