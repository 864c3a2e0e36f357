const PATIENCE_MS = 2000;

/** Whether anybody answers at the origin of an address: to the end, with whatever status. */
export async function somebodyAnswers(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await (await fetch(new URL(address).origin, { redirect: 'manual', signal })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
