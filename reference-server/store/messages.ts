import type { Message } from '../../protocol/control-api.ts';

/** Where messages to users end: no mail leaves this server, and the test controls read them here. */
export class Messages {
  readonly #sent: Message[] = [];

  send(message: Message): void {
    this.#sent.push(message);
  }

  /** Oldest first; of all users when none is named. */
  sentTo(username?: string): Message[] {
    return this.#sent.filter(({ to }) => username === undefined || to === username);
  }
}
