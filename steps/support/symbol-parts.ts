/** The label of the address in a symbol, as it is written. */
export function labelOf(symbolText: string): string {
  return symbolText.split('?')[0]?.split('/').slice(3).join('/') ?? '';
}

/** Its parameters, decoded, in their order. */
export function parametersOf(symbolText: string): [name: string, value: string][] {
  const query = symbolText.split('?').slice(1).join('?');
  return query.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [decode(name), decode(value.join('='))];
  });
}

/** What a percent-encoded part says; one that is broken says so. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return `${part} (its percent-encoding is broken)`;
  }
}
