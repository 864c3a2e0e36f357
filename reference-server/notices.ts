import type { Message } from '../protocol/control-api.ts';
import type { Note } from './registration/notes.ts';

type Words = Pick<Message, 'subject' | 'text'>;

const SUBJECTS: Partial<Record<Note['event'], string>> = {
  'device-registered': 'A device was added to your account',
  'device-removed': 'A device was removed from your account',
};

/** What the owner is told of a device that was added or removed; undefined for what else may happen. */
export function deviceMessage({ event, detail }: Note, atMs: number): Words | undefined {
  const subject = SUBJECTS[event];
  if (subject === undefined) return undefined;
  const text = `${subject} at ${timeOf(atMs)}. Its name is:

    ${inOneLine(detail?.deviceName ?? '')}

If that was not you, choose a new password ("Forgot your password?" on the sign-in page), and look at your devices
under User profile, Access controls, Mobile authentication.`;
  return { subject, text };
}

/** The link is the only secret that a message ever holds. */
export function resetLinkMessage(link: string): Words {
  const text = `A new password was asked for, for your account. Choose it here:

    ${link}

The link works once, and for 30 minutes. If you did not ask for it, do nothing: your password stays as it is. Your
devices stay as they are in any case, and the mobile app goes on asking for their codes.`;
  return { subject: 'Choose a new password', text };
}

export function passwordSavedMessage(atMs: number): Words {
  const text = `A new password was saved for your account at ${timeOf(atMs)}, and everyone was signed out.

If that was not you, ask for another link ("Forgot your password?" on the sign-in page).`;
  return { subject: 'Your password was changed', text };
}

function timeOf(atMs: number): string {
  return new Date(atMs).toISOString();
}

/**
 * A name has its line to itself, for the direction of its writing ends with the line. Characters that would begin
 * another line are told by their numbers, so that no name can go on in our words.
 */
function inOneLine(name: string): string {
  return name.replace(
    /[\u0080-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
