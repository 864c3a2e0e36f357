import { type Attachment, AttachmentContentEncoding } from '@cucumber/messages';
import {
  CAPABILITY_MEDIA_TYPE,
  CAUSES,
  EVIDENCE_MEDIA_TYPE,
  type Evidence,
  type MissingCapability,
} from '../evidence.ts';

/** What the attachments of one step or hook hold, besides pictures; `unreadable` has a sentence for each broken one. */
export interface Attached {
  evidence: Evidence[];
  missing: MissingCapability[];
  unreadable: string[];
}

export function readAttachments(attachments: readonly Attachment[]): Attached {
  const attached: Attached = { evidence: [], missing: [], unreadable: [] };
  for (const attachment of attachments) readInto(attached, attachment);
  return attached;
}

/** The text of an attachment, whichever way Cucumber carried it. */
function attachmentText(attachment: Attachment): string {
  if (attachment.contentEncoding === AttachmentContentEncoding.IDENTITY) return attachment.body;
  return Buffer.from(attachment.body, 'base64').toString('utf8');
}

function readInto(attached: Attached, attachment: Attachment): void {
  if (attachment.mediaType !== EVIDENCE_MEDIA_TYPE && attachment.mediaType !== CAPABILITY_MEDIA_TYPE) return;
  const content = parse(attachmentText(attachment));
  if (attachment.mediaType === EVIDENCE_MEDIA_TYPE && isEvidence(content)) attached.evidence.push(content);
  else if (attachment.mediaType === CAPABILITY_MEDIA_TYPE && isMissing(content)) attached.missing.push(content);
  else attached.unreadable.push(`an attachment of type ${attachment.mediaType} does not have the shape it should`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEvidence(content: unknown): content is Evidence {
  if (!hasTexts(content, ['expected', 'seen', 'at'])) return false;
  const { holds, exchanges, note = '' } = content;
  if (typeof note !== 'string') return false;
  return typeof holds === 'boolean' && Array.isArray(exchanges) && exchanges.every((item) => typeof item === 'string');
}

function isMissing(content: unknown): content is MissingCapability {
  if (!hasTexts(content, ['capability', 'provide'])) return false;
  return content.because === undefined || CAUSES.some((cause) => cause === content.because);
}

function hasTexts(content: unknown, names: string[]): content is Record<string, unknown> {
  if (typeof content !== 'object' || content === null) return false;
  const fields = content as Record<string, unknown>;
  return names.every((name) => typeof fields[name] === 'string');
}
