import type { AccessibleNode } from '../../simulators/phone/phone.ts';

/** A node with all that is in it, in the order of reading. */
export function flat(node: AccessibleNode): AccessibleNode[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

/** The names of a tree's buttons, for people who read a report. */
export function buttonNames(tree: AccessibleNode): string[] {
  return flat(tree).flatMap(({ role, name }) => (role === 'button' ? [name || '(nothing)'] : []));
}
