/** A picture for a report. */
export interface Picture {
  mediaType: 'image/png' | 'image/svg+xml';
  data: Uint8Array | string;
}
