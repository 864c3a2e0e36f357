import type { Command } from 'commander';
import type { Surroundings } from './surroundings.ts';

/** What a command is given when it is added: where it runs, and how it says its exit code. */
export interface CommandContext {
  surroundings: Surroundings;
  done(exitCode: number): void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
