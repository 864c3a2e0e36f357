import type { MissingCapability } from '../../reports/evidence.ts';
import { NO_NAMES, namesDevices } from '../../targets/names.ts';
import { givesKeyUri } from '../../targets/requests/described.ts';
import { stage } from './stage.ts';
import type { PairWorld } from './world.ts';

const NO_ACCOUNTS: MissingCapability = {
  capability: 'accounts',
  provide: 'give --username and --password, or accounts: in the target file, or --control-url for test controls',
};
const NO_BROWSER: MissingCapability = {
  capability: 'a browser',
  provide: 'only a browser lays a page out and runs its keyboard: install one, or name it in PUPPETEER_EXECUTABLE_PATH',
};
const WITHOUT_BROWSER: MissingCapability = {
  capability: 'a browser',
  provide: 'only a browser lays a page out and runs its keyboard: leave out --drive api',
  because: 'left out',
};

/** What these requirements are about is how the QR code says things, beside the key. */
const ABOUT_KEY_URIS = ['@QRC-05', '@QRC-06', '@QRC-07', '@QRC-08', '@QRC-09'];
const NO_KEY_URI: MissingCapability = {
  capability: 'the text of the QR code',
  provide:
    'take it as uri, or its picture, in requests.startRegistration: of a key alone nobody can say how it is written',
};

/** Where devices have no names none can spoil anything, and whoever has one device of the kind needs no name to tell it. */
const NO_DEVICE_NAMES: MissingCapability = { capability: 'names of devices', provide: NO_NAMES, because: 'left open' };

/** What test controls may offer beyond clock and accounts, each with the tag `@needs-NAME`, and how to provide it. */
const CONTROLS: Record<string, string> = {
  messages: 'let the test controls answer GET /messages with what the user was sent',
  audit: 'let the test controls answer GET /audit with what was logged of the user',
  faults: 'let the test controls answer PUT /faults by making storage and clock fail',
  restart: 'let the test controls answer POST /restart by starting the server again',
};

/** What a scenario with these tags needs and does not get, if anything. */
export function missingCapability({ parameters, target }: PairWorld, tags: string[]): MissingCapability | undefined {
  if (!stage.reach.accounts) return NO_ACCOUNTS;
  if (tags.includes('@needs-browser') && !parameters.browser) {
    return parameters.drive === 'api' ? WITHOUT_BROWSER : NO_BROWSER;
  }
  const { described } = stage.reach;
  if (described && !givesKeyUri(described.requests) && ABOUT_KEY_URIS.some((tag) => tags.includes(tag)))
    return NO_KEY_URI;
  if (tags.includes('@named-devices') && !namesDevices(target)) return NO_DEVICE_NAMES;
  const lacking = Object.entries(CONTROLS).find(
    ([name]) => tags.includes(`@needs-${name}`) && !stage.reach.capabilities.includes(name),
  );
  return lacking && { capability: lacking[0], provide: lacking[1] };
}

/** What an act could not have, out of what its error says: "capability: how to provide it". */
export function unprovided(message: string): MissingCapability {
  const [capability = '', ...provide] = message.split(': ');
  return { capability, provide: provide.join(': ') };
}
