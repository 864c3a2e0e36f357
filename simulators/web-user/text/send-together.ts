import { type HttpActor, sendRequest } from '../../network/http.ts';
import type { RawRequest } from '../page.ts';

/** Sends these at the same moment, as forms of a page of `origin` would: the statuses that they are answered with. */
export async function sendTogether(actor: HttpActor, requests: RawRequest[], origin: string): Promise<number[]> {
  const answers = requests.map(({ address, method = 'POST', contentType, headers, body }) =>
    sendRequest(actor, address, { method, headers: { ...headers, 'content-type': contentType, origin }, body }),
  );
  return (await Promise.all(answers)).map(({ status }) => status);
}
