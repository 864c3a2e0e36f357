import type { Margins, SymbolMargin } from '../../simulators/camera/symbol-margin.ts';

/** A margin in words for a report: of each figure the first reader's, and the second's beside it. */
export function wordsOfMargin({ eye, second }: Margins, screen: string): string {
  const both = (figure: (margin: SymbolMargin) => string) =>
    [eye, second].map((margin) => (margin ? figure(margin) : 'none')).join(' and ');
  return [
    `on a screen ${screen}, the first and the second reader still read the QR code with a blur of ${both(({ blurModules }) => `${blurModules}`)} modules`,
    `tilted by ${both(({ tiltDegrees }) => `${tiltDegrees}°`)}`,
    `from as far as ${both(({ modulePixels }) => `${modulePixels}`)} pixels a module`,
    `turned by ${both(({ rotationDegrees }) => `${rotationDegrees}°`)} of 45°`,
  ].join('; ');
}
