import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Audit } from '../accessibility.ts';
import type { IsolatedWorld } from './isolated-world.ts';

let source: string | undefined;

/** Applies rules of axe-core to the document that a world belongs to. */
export async function applyRules(world: IsolatedWorld, rules: readonly string[]): Promise<Audit> {
  await bringAxe(world);
  return world.call(runAxe, rules);
}

/** Puts axe-core into a world, once in each document. */
export async function bringAxe(world: IsolatedWorld): Promise<void> {
  if (await world.call(() => 'axe' in globalThis)) return;
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await world.run(source);
}

// Sent into the page as text: each must stand alone.

async function runAxe(rules: readonly string[]): Promise<Audit> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { passes, violations } = await axe.run(document, {
    runOnly: { type: 'rule', values: [...rules] },
    // Style sheets from elsewhere would be fetched for a rule that is not among these.
    preload: false,
    resultTypes: ['violations'],
  });
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const message = [...any, ...all, ...none][0]?.message ?? help;
      return `${id} at ${target.join(' ')}: ${message}`;
    }),
  );
  // A rule that holds in one place and is broken in another is among both.
  return { applied: new Set([...passes, ...violations].map(({ id }) => id)).size, faults };
}
