import { Then, When } from '@cucumber/cucumber';
import { Blocked } from '../simulators/errors.ts';
import type { Audit, Theme } from '../simulators/web-user/accessibility.ts';
import { nameAndRead, submitCode } from './support/acts.ts';
import { currentCode, moveToOrdinaryCodes, wrongCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import type { PairWorld } from './support/world.ts';

/** What belongs to names, roles and relations of fields and buttons. @see WCAG 2.2, 1.3.1, 3.3.2 and 4.1.2 */
const RULES_OF_NAMES = [
  'aria-allowed-attr',
  'aria-command-name',
  'aria-conditional-attr',
  'aria-hidden-body',
  'aria-hidden-focus',
  'aria-input-field-name',
  'aria-prohibited-attr',
  'aria-required-attr',
  'aria-required-children',
  'aria-required-parent',
  'aria-roles',
  'aria-toggle-field-name',
  'aria-valid-attr',
  'aria-valid-attr-value',
  'button-name',
  'duplicate-id-aria',
  'form-field-multiple-labels',
  'input-button-name',
  'label',
  'link-name',
  'nested-interactive',
  'select-name',
  'summary-name',
];

/** More faults than this are counted only. */
const MOST_TOLD = 4;

/** What was measured on one page. */
interface Measurement {
  measure: string;
  page: string;
  audit: Audit;
}

/** Of the walk that a scenario took. */
const measurements = new WeakMap<PairWorld, Measurement[]>();

When(
  '{person} goes through every page of the registration, and measures what is on it',
  async function (this: PairWorld, person: Person) {
    const all: Measurement[] = [];
    measurements.set(this, all);
    await walkPages(this, person, async (page) => {
      for (const [measure, take] of Object.entries(MEASURES)) all.push({ measure, page, audit: await take(person) });
    });
  },
);

Then('(as a check, )on each page there was something to measure', async function (this: PairWorld) {
  const all = measurements.get(this) ?? [];
  const counts = Object.keys(MEASURES).map((measure): [string, number] => [
    measure,
    appliedIn(ofMeasure(all, measure)),
  ]);
  await this.observe({
    expected: 'everything that is measured was there on a page at least',
    seen: counts.map(([measure, count]) => `${measure}: ${count}`).join(', '),
    holds: counts.every(([, count]) => count > 0),
  });
});

Then(
  '(as a check, )in the {word} theme text stands out from its ground at least 4.5 to 1',
  async function (this: PairWorld, theme: string) {
    await observeMeasure(this, `text in the ${theme} theme`, 'no text stands out less, but large one');
  },
);

Then(
  '(as a check, )in the {word} theme fields stand out from what is around them at least 3 to 1',
  async function (this: PairWorld, theme: string) {
    await observeMeasure(this, `fields in the ${theme} theme`, 'no field stands out less');
  },
);

Then('(as a check, )everything to press is at least 24 by 24 CSS pixels, or has room around it', targetsAreLarge);

Then(
  '(as a check, )each page fits a window that is 320 CSS pixels wide, without scrolling sideways',
  async function (this: PairWorld) {
    await observeMeasure(this, 'width', 'nothing sticks out');
  },
);

Then(
  '(as a check, )on every page of the registration each field, link and button has a name and a role for {person}',
  async function (this: PairWorld, person: Person) {
    const all: Measurement[] = [];
    const walk = walkPages(this, person, async (page) => {
      all.push({ measure: 'names', page, audit: await person.web.accessible.auditNames(RULES_OF_NAMES) });
    });
    await walk.catch((error: unknown) => {
      // Who finds a field by its name gets no further on a page where it has none: that is what was looked for.
      if (!(error instanceof Blocked) || faultsOf(all).length === 0) throw error;
    });
    await observeFaults(this, all, 'nothing without a name, no field without a label, no role that is not kept');
  },
);

const MEASURES: Record<string, (person: Person) => Promise<Audit>> = {
  'text in the light theme': textIn('light'),
  'text in the dark theme': textIn('dark'),
  'fields in the light theme': (person) => person.web.accessible.laidOut().auditOutlines('light'),
  'fields in the dark theme': (person) => person.web.accessible.laidOut().auditOutlines('dark'),
  targets: (person) => person.web.accessible.laidOut().audit(['target-size'], 'light'),
  width: (person) => person.web.accessible.laidOut().auditWidth(320),
};

function textIn(theme: Theme): (person: Person) => Promise<Audit> {
  return (person) => person.web.accessible.laidOut().audit(['color-contrast'], theme);
}

/** From the sign-in to the success, with a name that is refused and a code that is wrong, and a look at each page. */
async function walkPages(world: PairWorld, person: Person, look: (page: string) => Promise<void>): Promise<void> {
  const { web } = person;
  await web.openSignIn();
  await look('the sign-in page');
  await web.signIn(person.credentials);
  await web.openRegistration();
  await look('the form for the name');
  await web.nameDevice('');
  await web.next();
  await look('the form after an empty name');
  await nameAndRead(person, 'work phone');
  await look('the page with the QR code');
  await moveToOrdinaryCodes(world, person, { withinSteps: 1 });
  await web.openManualValues();
  await look('the values for typing');
  await submitCode(person, wrongCode(world, person.registration));
  await look('the page after a wrong code');
  await submitCode(person, currentCode(world, person.registration));
  await look('the page after the success');
}

async function targetsAreLarge(this: PairWorld): Promise<void> {
  await observeMeasure(this, 'targets', 'none is smaller');
}

function observeMeasure(world: PairWorld, measure: string, expected: string): Promise<void> {
  return observeFaults(world, ofMeasure(measurements.get(world) ?? [], measure), expected);
}

async function observeFaults(world: PairWorld, all: Measurement[], expected: string): Promise<void> {
  const faults = faultsOf(all);
  const more = faults.length > MOST_TOLD ? [`and ${faults.length - MOST_TOLD} more`] : [];
  const asExpected = `as expected, on ${all.length} pages (${appliedIn(all)} looks)`;
  await world.observe({
    expected: `${expected}, on each page from the sign-in to the success`,
    seen: [...faults.slice(0, MOST_TOLD), ...more].join('; ') || asExpected,
    holds: faults.length === 0 && appliedIn(all) > 0,
  });
}

function faultsOf(all: Measurement[]): string[] {
  return all.flatMap(({ page, audit }) => audit.faults.map((fault) => `${page}: ${fault}`));
}

function ofMeasure(all: Measurement[], wanted: string): Measurement[] {
  return all.filter(({ measure }) => measure === wanted);
}

function appliedIn(all: Measurement[]): number {
  return all.reduce((sum, { audit }) => sum + audit.applied, 0);
}
