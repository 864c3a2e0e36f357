import type { FormAround } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import type { Recovery } from '../../simulators/web-user/recovery.ts';
import type { WireUser } from '../../simulators/web-user/wire-user.ts';
import { OTHERWISE, partly } from '../partly.ts';
import type { AdapterWindow } from './adapter-window.ts';
import type { Params } from './calls.ts';

type Form = Params<'web.send'>['form'];

/** A person who sends what no keyboard can make the page send, through an adapter. */
export function adapterWireUser(window: AdapterWindow): WireUser {
  const { adapter, session } = window;
  const formOf = async (field: 'name' | 'code', text: string) =>
    formAround(await adapter.call('web.form', { session, field, text }));
  return partly<WireUser>(
    {
      nameForm: (name) => formOf('name', name),
      codeForm: (code) => formOf('code', code),
      send: (form) => window.newsOf('web.send', { form: asSaid(form) }),
      sendTogether: async (forms) =>
        (await adapter.call('web.sendTogether', { session, forms: forms.map(asSaid) })).statuses,
      source: async () => (await adapter.call('web.source', { session })).text,
    },
    'requests that no page makes',
    OTHERWISE.web,
  );
}

/** What a portal offers to somebody who cannot sign in any more, through an adapter. */
export function adapterRecovery(window: AdapterWindow, { labels }: Pick<Portal, 'labels'>): Recovery {
  return partly<Recovery>(
    {
      offers: async () => {
        await window.act('web.open', {});
        const all = window.page.offers;
        return { all, help: all.filter((name) => labels.recovery.test(name)) };
      },
      ask: (username) => window.act('web.askForHelp', { username }),
      setPassword: (address, password) => window.act('web.setPassword', { address, password }),
    },
    'help for who cannot sign in',
    OTHERWISE.web,
  );
}

function formAround({ fields, ...form }: Form): FormAround {
  return { ...form, fields: fields.map(({ name, value }) => [name, value]) };
}

function asSaid({ fields, ...form }: FormAround): Form {
  return { ...form, fields: fields.map(([name, value]) => ({ name, value })) };
}
