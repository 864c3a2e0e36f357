import { When } from '@cucumber/cucumber';
import { currentCode } from './support/codes.ts';
import type { Person } from './support/person.ts';
import { signInOnWeb } from './support/web-sign-in.ts';
import type { PairWorld } from './support/world.ts';

When('{person} goes back', (person: Person) => person.web.goBack());
When('{person} loads the page again', (person: Person) => person.web.reload());
When('{person} goes elsewhere', (person: Person) => person.web.openPortal());

When('{person} closes the window and opens a new one', async function (this: PairWorld, person: Person) {
  await person.web.close();
  person.web = await this.openWindow();
  await signInOnWeb(this, person);
});

When('{person} types the code and goes elsewhere', async function (this: PairWorld, person: Person) {
  await person.web.typeCode(person.remember(currentCode(this, person.registration)));
  await person.web.openPortal();
});

When('{person} does nothing for a minute', async function (this: PairWorld, _person: Person) {
  await this.clock.advance(60);
});
