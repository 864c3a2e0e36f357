/** What WebDriver BiDi tells of a tab's network. @see https://www.w3.org/TR/webdriver-bidi/ section "network" */
export interface Sent {
  context: string | null;
  /** Whether somebody of ours has to say how it goes on. */
  isBlocked: boolean;
  /** The navigation that it is part of, as its document; else none. */
  navigation: string | null;
  request: Requested;
}

interface Requested {
  /** The browser's id of it. */
  request: string;
  url: string;
  method: string;
  headers: Header[];
  /** What it is for. @see https://fetch.spec.whatwg.org/ section "request destination" */
  destination?: string;
  initiatorType?: string | null;
}

export interface Header {
  name: string;
  value: Bytes;
}

export interface Bytes {
  type: 'string' | 'base64';
  value: string;
}

/** The same once it was answered, or was not. */
export interface Answered extends Sent {
  response?: { status: number; fromCache: boolean; headers: Header[] };
  errorText?: string;
}

export function bytesOf({ type, value }: Bytes): Buffer {
  return Buffer.from(value, type === 'base64' ? 'base64' : 'utf8');
}
