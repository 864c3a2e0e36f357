import type { Envelope, FeatureChild, GherkinDocument, RuleChild } from '@cucumber/messages';

/** What only the feature files know: the names of features by path, the keywords of steps by their id. */
export interface Outline {
  features: Map<string, string>;
  keywords: Map<string, string>;
}

export function outlineOf(envelopes: readonly Envelope[]): Outline {
  const outline: Outline = { features: new Map(), keywords: new Map() };
  for (const { gherkinDocument } of envelopes) if (gherkinDocument) add(outline, gherkinDocument);
  return outline;
}

function add(outline: Outline, document: GherkinDocument): void {
  if (!document.feature) return;
  outline.features.set(document.uri ?? '', document.feature.name);
  for (const step of document.feature.children.flatMap(stepsOf)) outline.keywords.set(step.id, step.keyword.trim());
}

function stepsOf(child: FeatureChild): { id: string; keyword: string }[] {
  const inRule = child.rule?.children.flatMap(ownSteps) ?? [];
  return [...ownSteps(child), ...inRule];
}

function ownSteps(child: RuleChild): { id: string; keyword: string }[] {
  return [...(child.background?.steps ?? []), ...(child.scenario?.steps ?? [])];
}
