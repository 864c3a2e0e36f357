/** Puts spaces into a code, as people read codes out and copy them. */
export type Spacing = (code: string) => string;

export const SPACINGS: Record<string, Spacing> = {
  'in the middle': (code) => `${code.slice(0, 3)} ${code.slice(3)}`,
  'around it': (code) => `  ${code} `,
  'between all': (code) => [...code].join(' '),
};
