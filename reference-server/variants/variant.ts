import type { Seams } from '../seams.ts';

/** Another lawful way of doing what the document says: the suite must find nothing wrong with it. */
export interface Variant {
  /** As in the name of its target file. */
  id: string;
  title: string;
  /** What a SHOULD or a MAY has to say of it all the same, by requirement, each with the reason. */
  advice?: Readonly<Record<string, string>>;
  /** Only a browser can use it: its pages need their scripts, or draw the QR code themselves. */
  needsBrowser?: boolean;
  /** Made anew for each server. */
  seams(): Seams;
}
