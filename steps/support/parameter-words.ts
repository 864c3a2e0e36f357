import { defineParameterType } from '@cucumber/cucumber';
import { CORNERS } from '../../simulators/camera/frame.ts';
import type { Gesture, WayIn } from '../../simulators/phone/phone.ts';
import type { ForeignRequest } from '../../simulators/web-user/page.ts';
import { CLAIMS } from './claims.ts';
import { SPACINGS } from './code-spacings.ts';
import { BROKEN_KEY_URIS, TYPED_KEYS, UNUSUAL_KEY_URIS } from './key-uris.ts';
import { ODD_VALUES } from './odd-values.ts';

/** Words of a sentence, each of which stands for something: those are all that there are. */
function defineWords<Meaning>(name: string, meanings: Record<string, Meaning>): void {
  defineParameterType({ name, regexp: Object.keys(meanings), transformer: (words: string) => meanings[words] });
}

/** Words that stand for themselves. */
function defineChoice(name: string, words: readonly string[]): void {
  defineParameterType({ name, regexp: words, transformer: (word: string) => word });
}

/** A name that looks like none. */
defineWords('blank', {
  'nothing at all': '',
  spaces: '   ',
  'a tab': '\t',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
});

/** Names that are more than text to something that they may come by. */
defineWords('oddName', {
  markup: '<b>bold</b> & <img src=x>',
  script: '<script>alert(1)</script>',
  wildcards: "100% '_' OR '1'='1",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it must not be taken for
  'template signs': '{{7*7}} ${7*7} <%= 7*7 %>',
  'quotes and slashes': `"it's" \\ / \`tick\``,
  'reversed writing': 'phone \u202egnp.exe',
});

/** Names that no text field lets anybody type. */
defineWords('controlName', {
  'a line break': 'work\r\nSet-Cookie: planted=1',
  'a zero byte': 'work\u0000phone',
});

/** Something that is no code. */
defineWords('oddValue', ODD_VALUES);

/** Where spaces stand in a code. */
defineWords('spacing', SPACINGS);

/** What a forged app says of itself. */
defineWords('claim', CLAIMS);

/** How somebody comes into the app who has signed in before. */
defineWords<WayIn>('wayIn', {
  'reopening the app': 'reopening the app',
  'a link into the app': 'a link into a conversation',
  'renewing the session': 'a renewed session',
});

/** What the owner of a phone does to it beside the app's own buttons. */
defineWords<Gesture>('gesture', {
  'makes the gesture for going back': 'going back',
  'taps beside the pop-up': 'tapping beside the pop-up',
  'turns the phone': 'turning the phone',
  'leaves the app for another': 'leaving the app for another',
  'returns to the app': 'returning to the app',
  'kills and reopens the app': 'killing and reopening the app',
  'follows a link into a conversation': 'following a link into a conversation',
});

/** A key URI that no app can use, by what is wrong with it. */
defineWords('brokenKeyUri', BROKEN_KEY_URIS);

/** A usable key URI, by what is unusual in it. */
defineWords('unusualKeyUri', UNUSUAL_KEY_URIS);

/** The key of the QR code "A" as a person types it. */
defineWords('typedKey', TYPED_KEYS);

/** How a page of another site makes a browser send something. */
defineChoice('foreign', ['a form of plain text', 'a form', 'a link'] satisfies ForeignRequest[]);

/** Whose name a stranger types. */
defineChoice('somebody', ['nobody', 'the user', 'a user without a device', 'a user who is locked']);

/** What of the portal is made to fail. */
defineChoice('fault', ['storage', 'clock']);

/** Where a second QR code lies that is not within the brackets. */
defineChoice('corner', Object.keys(CORNERS));
