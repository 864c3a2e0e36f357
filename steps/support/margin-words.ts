import type { Margins, SymbolMargin } from '../../simulators/camera/symbol-margin.ts';

/** A margin in words for a report: of each figure the first reader's, and the second's beside it. */
export function wordsOfMargin({ eye, second }: Margins, screen: string): string {
  const both = (figure: (margin: SymbolMargin) => string) =>
    [eye, second].map((margin) => (margin ? figure(margin) : 'none')).join(' and ');
  return [
    `how much the QR code on a screen ${screen} stands of each before the first and the second reader fail`,
    `blur ${both(({ blurModules }) => `${blurModules}`)} modules`,
    `tilt ${both(({ tiltDegrees }) => `${tiltDegrees}°`)}`,
    `distance ${both(({ modulePixels }) => `${modulePixels}`)} pixels a module`,
    `rotation ${both(({ rotationDegrees }) => `${rotationDegrees}°`)} of 45°`,
  ].join('; ');
}
