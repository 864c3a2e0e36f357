import { defineParameterType } from '@cucumber/cucumber';
import type { ForeignRequest } from '../../simulators/web-user/page.ts';

/** How a page of another site makes a browser send something. */
defineParameterType({
  name: 'foreign',
  regexp: ['a form of plain text', 'a form', 'a link'] satisfies ForeignRequest[],
  transformer: (how: string) => how as ForeignRequest,
});

/** Names that are more than text to something that they may come by. */
const ODD_NAMES: Record<string, string> = {
  markup: '<b>bold</b> & <img src=x>',
  script: '<script>alert(1)</script>',
  wildcards: "100% '_' OR '1'='1",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it must not be taken for
  'template signs': '{{7*7}} ${7*7} <%= 7*7 %>',
  'quotes and slashes': `"it's" \\ / \`tick\``,
  'reversed writing': 'phone \u202egnp.exe',
};

defineParameterType({
  name: 'oddName',
  regexp: Object.keys(ODD_NAMES),
  transformer: (kind: string) => ODD_NAMES[kind],
});

/** Names that no text field lets anybody type. */
const CONTROL_NAMES: Record<string, string> = {
  'a line break': 'work\r\nSet-Cookie: planted=1',
  'a zero byte': 'work\u0000phone',
};

defineParameterType({
  name: 'controlName',
  regexp: Object.keys(CONTROL_NAMES),
  transformer: (kind: string) => CONTROL_NAMES[kind],
});

/** Whose name a stranger types. */
defineParameterType({
  name: 'somebody',
  regexp: ['nobody', 'the user', 'a user without a device', 'a user who is locked'],
  transformer: (somebody: string) => somebody,
});

/** What of the portal is made to fail. */
defineParameterType({
  name: 'fault',
  regexp: ['storage', 'clock'],
  transformer: (fault: string) => fault,
});
