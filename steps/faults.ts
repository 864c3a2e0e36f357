import { When } from '@cucumber/cucumber';
import type { PairWorld } from './support/world.ts';

When('the {fault} of the portal fails', async function (this: PairWorld, fault: 'storage' | 'clock') {
  this.faultsAreSet = true;
  await this.control.setFaults({ storage: false, clock: false, [fault]: true });
});

When('the {fault} of the portal works again', async function (this: PairWorld, _fault: string) {
  await this.control.setFaults({ storage: false, clock: false });
  this.faultsAreSet = false;
});
