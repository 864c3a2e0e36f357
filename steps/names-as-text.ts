import { Then, When } from '@cucumber/cucumber';
import type { Heard } from '../simulators/network/recorder.ts';
import { standsIn } from '../simulators/web-user/read-values.ts';
import { parse } from '../simulators/web-user/text/parse.ts';
import { submitCode } from './support/acts.ts';
import { currentCode, moveToOrdinaryCodes } from './support/codes.ts';
import { heardOnTheWeb, inWords, whole } from './support/heard.ts';
import { readListing } from './support/listing.ts';
import { secretsShown } from './support/looks.ts';
import type { Person } from './support/person.ts';
import { stepsToSpare } from './support/time-to-spare.ts';
import type { PairWorld } from './support/world.ts';

/** A control character stands for what it would do: no page can show it, so a portal may show a space or nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
const CONTROLS = /[\s\u0000-\u001f\u007f]+/g;

When(
  '{person} registers the phone with a name of {oddName}',
  async function (this: PairWorld, person: Person, name: string) {
    this.listen();
    await person.web.nameDevice(name);
    await finish(this, person, { name, news: await person.web.next() });
  },
);

When(
  '{person} registers the phone with a name with {controlName}',
  async function (this: PairWorld, person: Person, name: string) {
    this.listen();
    const news = await person.web.wire.send(await person.web.wire.nameForm(name));
    await finish(this, person, { name, news });
  },
);

Then(
  '(as a check, )the web lists that name for {person} as text, or has refused it with a message',
  async function (this: PairWorld, person: Person) {
    const expected = 'the name once, letter by letter, and nowhere as markup; or a message and no QR code';
    if (person.registrations.length === 0) {
      const shown = await secretsShown(person.web);
      const message = person.news.join(' ');
      // An error of the server is no refusal: the name had an effect.
      const errors = heardOnTheWeb(this).filter(({ status }) => status >= 500);
      const seen = [message ? 'refused with a message' : 'refused without a message', ...errors.map(inWords), ...shown];
      const holds = message !== '' && errors.length === 0 && shown.length === 0;
      return this.observe({ expected, seen: seen.join('; '), holds });
    }
    if (!person.registration.isUsable) {
      return this.observe({ expected, seen: 'a QR code that no phone can use', holds: false });
    }
    const plain = person.chosenName.replace(CONTROLS, ' ');
    const spellings = [plain, plain.replaceAll(' ', ''), person.chosenName];
    await readListing(this, person, { name: person.chosenName });
    const lines = await person.web.devices.lines();
    const listed = lines.filter((line) => spellings.some((spelling) => standsIn(line, spelling)));
    const effects = whole(heardOnTheWeb(this)).flatMap((heard) => effectsOf(person.chosenName, heard));
    // Scripts may make elements of what was answered as data.
    const drawn = [await person.web.wire.source(), await person.web.devices.source()];
    if (drawn.some((html) => isMarkupIn(html, person.chosenName))) effects.push('markup in what is shown');
    return this.observe({
      expected,
      seen: [`it is listed ${listed.length} times`, ...new Set(effects)].join('; '),
      holds: listed.length === 1 && effects.length === 0,
    });
  },
);

/** What a name did in an answer besides being text, in words. */
function effectsOf(name: string, heard: Heard): string[] {
  const isPage = heard.headers.get('content-type')?.startsWith('text/html') === true;
  const isPlanted = heard.headers.getSetCookie().some((cookie) => cookie.startsWith('planted='));
  return [
    ...(isPage && isMarkupIn(Buffer.from(heard.body).toString('utf8'), name) ? [`markup in ${inWords(heard)}`] : []),
    ...(isPlanted ? [`a header in ${inWords(heard)}`] : []),
  ];
}

/** Whether a page has an element that this name would make, were it taken for HTML. */
function isMarkupIn(html: string, name: string): boolean {
  const elements = [...parse(name).querySelectorAll('body *')];
  if (elements.length === 0) return false;
  const page = parse(html);
  return elements.some((made) =>
    [...page.querySelectorAll(made.tagName)].some(({ outerHTML }) => outerHTML === made.outerHTML),
  );
}

async function finish(
  world: PairWorld,
  person: Person,
  { name, news }: { name: string; news: string[] },
): Promise<void> {
  person.chosenName = name;
  person.news = news;
  if (!(await person.web.qrCode())) return;
  await person.rememberRegistration(name);
  if (!person.registration.isUsable) return;
  await moveToOrdinaryCodes(world, person, { withinSteps: stepsToSpare(world, person) });
  await submitCode(person, currentCode(world, person.registration));
}
