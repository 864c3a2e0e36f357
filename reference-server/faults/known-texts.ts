import type { ServerContext } from '../context.ts';

/** Remembers what each symbol says, by its picture, for defects that tell it elsewhere. */
export function rememberingTexts() {
  const texts = new Map<string, string>();
  const context = ({ drawSymbol }: ServerContext): Partial<ServerContext> => ({
    drawSymbol: async (text) => {
      const symbol = await drawSymbol(text);
      texts.set(symbol.dataUri, text);
      return symbol;
    },
  });
  return { texts, context };
}
