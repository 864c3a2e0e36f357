import { DOMParser } from 'linkedom';

/** One thing on the screen of a native app, out of the page source that Appium gives. */
export interface NativeNode {
  /** As the platform calls it, such as `android.widget.Button` or `XCUIElementTypeButton`. */
  kind: string;
  /** What a screen reader says of it, and whether that is its accessibility id. */
  description: string;
  text: string;
  isShown: boolean;
  isEnabled: boolean;
  isTapped: boolean;
  isField: boolean;
  isPassword: boolean;
  isHeading: boolean;
  isPopUp: boolean;
  /** Whether it may be the picture of a camera. */
  isFilm: boolean;
  /** The how manieth of its kind it is, from 1. */
  nth: number;
  children: NativeNode[];
}

type Attributes = (name: string) => string;

const FIELD = /(EditText|AutoCompleteTextView|TextField|SearchField|TextView(?<=XCUIElementTypeTextView))$/;
const TAPPED = /^XCUIElementType(Button|Link|Cell|MenuItem|Tab)$/;
const POP_UP = /^XCUIElementType(Alert|Sheet)$|AlertDialog$/;
const FILM = /(PreviewView|SurfaceView|TextureView)$/;

/**
 * Reads the source of a screen.
 * @param xml as `GET /session/{id}/source` gives it for UiAutomator2 and XCUITest
 * @see https://www.w3.org/TR/webdriver2/ section "Get Page Source"
 */
export function readSource(xml: string): NativeNode[] {
  const { documentElement } = new DOMParser().parseFromString(xml, 'text/xml');
  const counts = new Map<string, number>();
  return documentElement ? [readNode(documentElement as unknown as Element, counts)] : [];
}

/** A node with everything in it, in the order of the source. */
export function flat(node: NativeNode): NativeNode[] {
  return [node, ...node.children.flatMap(flat)];
}

function readNode(element: Element, counts: Map<string, number>): NativeNode {
  const at: Attributes = (name) => element.getAttribute(name) ?? '';
  // Older sources call every node so, and say what it is in an attribute.
  const kind = at('class') || at('type') || element.tagName;
  const nth = (counts.get(element.tagName) ?? 0) + 1;
  counts.set(element.tagName, nth);
  return { ...saidOf(at), ...beingOf(kind, at), kind: element.tagName, nth, children: childrenOf(element, counts) };
}

function childrenOf(element: Element, counts: Map<string, number>): NativeNode[] {
  return [...element.children].map((child) => readNode(child, counts));
}

function saidOf(at: Attributes) {
  const isApple = at('type').startsWith('XCUI');
  const description = tidy(isApple ? at('name') : at('content-desc'));
  const text = tidy(isApple ? at('label') || at('value') : at('text'));
  return { description, text };
}

function beingOf(kind: string, at: Attributes) {
  const isPassword = at('password') === 'true' || kind.endsWith('SecureTextField');
  const isField = FIELD.test(kind) || isPassword;
  return {
    isShown: at('displayed') !== 'false' && at('visible') !== 'false',
    isEnabled: at('enabled') !== 'false',
    isTapped: !isField && (at('clickable') === 'true' || TAPPED.test(kind)),
    isField,
    isPassword,
    isHeading: at('heading') === 'true' || /\bHeader\b/.test(at('traits')),
    isPopUp: POP_UP.test(kind) || at('pane-title') !== '' || at('resource-id').endsWith(':id/parentPanel'),
    isFilm: FILM.test(kind) && !/flutter/i.test(kind),
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
