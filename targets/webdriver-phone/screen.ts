import type { AccessibleNode } from '../../simulators/phone/phone.ts';
import { plainName } from '../../simulators/web-user/plain-name.ts';
import { textBefore } from '../../simulators/web-user/text-before.ts';
import { type Field, POP_UPS, type SeenScreen, TAPPED, TYPED_INTO } from '../browser-phone/seen-screen.ts';
import { nameInPlace, whereIs } from '../browser-phone/told-screen.ts';
import { steadily } from '../steadily.ts';
import type { InServedPage } from './in-page.ts';
import type { Facts } from './in-page-controls.ts';
import { KEYS, type Page, type Ref } from './page.ts';
import type { Tab } from './tab.ts';

declare const paircheck: InServedPage;

/** An element as assistive technology has it. */
interface Known {
  ref: Ref;
  role: string;
  name: string;
}

/** Of a screen that changes while it is looked at, the last look counts. */
const MOST_LOOKS = 4;

/** Looks at the app's screen, again where it has become another meanwhile: a look takes several questions. */
export async function see(tab: Tab, looks = MOST_LOOKS): Promise<SeenScreen> {
  const before = await tab.page.ask(() => paircheck.signature());
  const seen = await steadily(() => seeOnce(tab));
  const isSame = (await tab.page.ask(() => paircheck.signature())) === before;
  return isSame || looks === 1 ? seen : see(tab, looks - 1);
}

/** Everything is found by role and accessible name, as the browser reckons them. */
async function seeOnce(tab: Tab): Promise<SeenScreen> {
  const { page } = tab;
  const popUp = (await know(page, await page.find(() => paircheck.popUps()))).findLast(({ role }) =>
    POP_UPS.includes(role),
  );
  const scope = popUp?.ref ?? null;
  const known = await know(page, await page.find((element: Element | null) => paircheck.controls(element), scope));
  const taps = known.filter(({ role }) => TAPPED.includes(role));
  const fields = await asSeen(
    page,
    known.filter(({ role }) => TYPED_INTO.includes(role)),
  );
  const look = await page.ask((element: Element | null) => paircheck.look(element), scope);
  const controls = [...taps, ...fields].map(({ ref }) => ref);
  const others = await page.ask(
    (all: Element[], element: Element | null) => paircheck.tappableTexts(all, element),
    controls,
    scope,
  );
  return {
    ...look,
    popUp: popUp?.name,
    taps: [...taps.map((one) => tapOf(tab, one)), ...others.map((name) => tapOfText(tab, name))],
    fields: fields.map((one) => fieldOf(tab, one)),
  };
}

/** A field that has no name for assistive technology is what stands before it, to whoever sees it. */
function asSeen(page: Page, fields: Known[]): Promise<Known[]> {
  const nameSeen = async ({ ref, name }: Known) => (name === '' ? page.ask(textBefore, ref) : name);
  return Promise.all(fields.map(async (one) => ({ ...one, name: await nameSeen(one) })));
}

/** The screen as a screen reader has it, with names in our words where the screen's are. */
export async function treeOf({ page }: Tab, seen: SeenScreen): Promise<AccessibleNode> {
  const place = whereIs(seen);
  const refs = await page.find(() => paircheck.named());
  const known = await know(page, refs);
  const facts = await page.ask((elements: Element[]) => paircheck.factsOf(elements), refs);
  const childrenOf = (parent: number): AccessibleNode[] =>
    known.flatMap(({ role, name }, at) => {
      const { within, modal, focused } = facts[at] as Facts;
      if (within !== parent) return [];
      const children = childrenOf(at);
      return {
        role: role === 'DisclosureTriangle' ? 'button' : role,
        name: role === 'button' ? nameInPlace(name, place) : name,
        ...(modal && { modal }),
        ...(focused && { focused }),
        ...(children.length > 0 && { children }),
      };
    });
  return { role: 'application', name: seen.documentTitle, children: childrenOf(-1) };
}

/** @see https://www.w3.org/TR/webdriver2/ sections "Get Computed Role" and "Get Computed Label" */
async function know(page: Page, refs: readonly Ref[]): Promise<Known[]> {
  const { session } = page;
  if (refs.length > 0) await session.turnTo(page.context);
  return Promise.all(
    refs.map(async (ref) => {
      const [role, label] = await Promise.all([
        session.call((client) => client.getElementComputedRole(ref.sharedId)),
        session.call((client) => client.getElementComputedLabel(ref.sharedId)),
      ]);
      return { ref, role, name: plainName(label) };
    }),
  );
}

function tapOf(tab: Tab, { ref, name }: Known) {
  const tap = async () => {
    await tab.change(() => tab.page.touch(ref));
    return true;
  };
  return { name, tap };
}

/** Of what only looks as if it could be tapped: it is looked for when it is. */
function tapOfText(tab: Tab, name: string) {
  const tap = async () => {
    const found = await tab.page.find(
      (text: string) => [paircheck.elementOfText(text, null)].filter((one) => one !== null),
      name,
    );
    const [ref] = found;
    if (ref) await tab.change(() => tab.page.touch(ref));
    return ref !== undefined;
  };
  return { name, tap };
}

function fieldOf(tab: Tab, { ref, name }: Known): Field {
  const { page } = tab;
  return {
    name,
    type: (text) =>
      tab.change(() => page.ask((field: Element, typed: string) => paircheck.insertText(field, typed), ref, text)),
    enter: () =>
      tab.change(async () => {
        await page.ask((field: Element) => (field as HTMLElement).focus(), ref);
        await page.press(KEYS.enter);
      }),
  };
}
