import type { NextStep } from '../../protocol/phone-api.ts';
import type { Problem } from '../problems.ts';
import type { AccountState, RegisteredDevice } from './account-state.ts';
import { MAX_NAME_LENGTH, namesUpTo } from './device-name.ts';
import { nextStep, type PhoneSituation } from './next-step.ts';
import { isCodeOfStep, readCode, WINDOW_STEPS, withinWindow } from './one-time-code.ts';
import type { RegistrationEvent, Transition } from './transition.ts';

/** What a server decides where document and RFCs leave it a choice, and what it computes. */
export interface Policy {
  /** After so many wrong codes in a row the codes of the account are locked. @see NIST SP 800-63B-4 section 3.2.2 */
  maxWrongCodes: number;
  codeLockMs: number;
  /** How long a registration waits for Submit, and after Submit for Continue. A QR code in a photograph dies with it. */
  registrationLifetimeMs: number;
  /** A code as it was typed; undefined when it is none. */
  readCode(input: unknown): string | undefined;
  /** The time steps that are near enough to `nowMs` and have this code, ascending. */
  matchingSteps(secret: string, code: string, nowMs: number): number[];
  isCodeOfStep(secret: string, code: string, step: number): boolean;
  /** Why a name cannot be given beside these devices. */
  nameProblem(name: string, devices: readonly RegisteredDevice[]): Problem | undefined;
  /** What a phone has to do before it may read anything. */
  nextStep(situation: PhoneSituation): NextStep;
}

/** That of the reference. */
export const REFERENCE_POLICY: Policy = {
  maxWrongCodes: 10,
  codeLockMs: 15 * 60_000,
  registrationLifetimeMs: 15 * 60_000,
  readCode,
  matchingSteps: withinWindow(WINDOW_STEPS),
  isCodeOfStep,
  nameProblem: namesUpTo(MAX_NAME_LENGTH),
  nextStep,
};

/** When something happens (Unix time), and by which policy. */
export interface Circumstances {
  nowMs: number;
  policy: Policy;
}

/** What becomes of an account when something happens. */
export type Rules = (state: AccountState, event: RegistrationEvent, at: Circumstances) => Transition;
