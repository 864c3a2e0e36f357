/** What stands in a data URL (RFC 2397), decoded; nothing where it is not well formed. */
export async function inDataUrl(url: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}
