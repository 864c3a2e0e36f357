import type { AuditEntry } from '../../protocol/control-api.ts';

/** What was noted, in the order in which it happened. Entries are data: no name that a user chose is part of a line. */
export class Audit {
  readonly #entries: AuditEntry[] = [];

  note(entry: AuditEntry): void {
    this.#entries.push(entry);
  }

  /** Oldest first; of all users, and of names that are none, when no user is named. */
  entriesOf(username?: string): AuditEntry[] {
    return this.#entries.filter((entry) => username === undefined || entry.username === username);
  }
}
