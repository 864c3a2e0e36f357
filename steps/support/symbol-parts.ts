import type { Registration } from './person.ts';

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

/**
 * Whether the account is called by the name of its device, which the document leaves open: a person tells it apart by
 * that as well. What stands between letters and digits is compared by other sentences.
 */
export function isDeviceAlone(account: string, { name }: Pick<Registration, 'name'>): boolean {
  const [shown, given] = [account, name].map((text) => text.replaceAll(/%3A|[^\p{L}\p{N}]/giu, ''));
  return shown !== '' && shown === given;
}
