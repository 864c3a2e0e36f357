/** Asks the server of this page for something to be done. @returns why it was not, if it was not */
export async function ask(address: string, body: object): Promise<string | undefined> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return undefined;
    const { title } = (await answer.json()) as { title?: string };
    return title ?? `The server answered ${answer.status}`;
  } catch {
    return 'The server does not answer: is "paircheck serve" still running?';
  }
}
