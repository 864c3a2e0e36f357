import type { Audit } from '../accessibility.ts';
import { bringAxe } from './accessibility-rules.ts';
import type { IsolatedWorld } from './isolated-world.ts';

/**
 * Measures how fields stand out from what is around them, for which axe-core has no rule: by their own ground, or by
 * a line around them. Over a picture or a gradient nothing is said. @see WCAG 2.2, 1.4.11
 */
export async function measureOutlines(world: IsolatedWorld): Promise<Audit> {
  await bringAxe(world);
  await world.run(`globalThis.groundOf = ${String(groundOf)}; globalThis.linesAround = ${String(linesAround)}`);
  return world.call(contrastOfOutlines);
}

/** A part of axe-core that its types leave out. */
interface Colour {
  alpha: number;
  parseString(css: string): void;
}

interface Colours {
  Color: new (red?: number, green?: number, blue?: number, alpha?: number) => Colour;
  flattenColors(above: Colour, below: Colour): Colour;
  getContrast(ground: Colour, colour: Colour): number;
}

interface World {
  axe: { commons: { color: Colours } };
  groundOf: typeof groundOf;
  linesAround: typeof linesAround;
}

// Sent into the page as text: each must stand alone, but for what stands in its world by then.

function contrastOfOutlines(): Audit {
  const { axe, groundOf: ground, linesAround: lines } = globalThis as unknown as World;
  const fields = [...document.querySelectorAll<HTMLElement>('input:not([type=hidden], [disabled]), select, textarea')];
  const measured = fields.flatMap((field) => {
    const [own, around] = [ground(field), ground(field.parentElement)];
    if (!field.checkVisibility() || !own || !around) return [];
    const contrasts = [own, ...lines(field)].map((colour) => axe.commons.color.getContrast(around, colour));
    return [{ name: field.id || field.tagName, best: Math.max(...contrasts) }];
  });
  const faint = measured.filter(({ best }) => best < 3);
  return {
    applied: measured.length,
    faults: faint.map(({ name, best }) => `the outline of the field "${name}" stands out ${best.toFixed(2)} to 1`),
  };
}

/** The colour behind what an element holds; `undefined` when it is no single one. */
function groundOf(element: Element | null): Colour | undefined {
  const { Color, flattenColors } = (globalThis as unknown as World).axe.commons.color;
  const layers: Colour[] = [];
  for (let at = element; at && layers.at(-1)?.alpha !== 1; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return undefined;
    layers.push(new Color());
    layers.at(-1)?.parseString(backgroundColor);
  }
  // Below everything is the browser's own ground, which follows the theme of pages that have one.
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark = colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
  const shade = isDark ? 18 : 255;
  return layers.reduceRight((below, above) => flattenColors(above, below), new Color(shade, shade, shade, 1));
}

/** The colours of the lines around a field, or around a box that the field fills: some draw them there. */
function linesAround(field: HTMLElement): Colour[] {
  const { Color } = (globalThis as unknown as World).axe.commons.color;
  const boxes = [field, field.parentElement ?? field, field.parentElement?.parentElement ?? field];
  const filled = boxes.filter((box) => box.offsetHeight <= field.offsetHeight + 24);
  const lines = filled.flatMap((box) => {
    const style = getComputedStyle(box) as unknown as Record<string, string>;
    return ['Top', 'Right', 'Bottom', 'Left']
      .filter((side) => style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px')
      .map((side) => style[`border${side}Color`] ?? '');
  });
  return lines.map((line) => {
    const colour = new Color();
    colour.parseString(line);
    return colour;
  });
}
