import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  BeforeStep,
  Status,
  setDefaultTimeout,
} from '@cucumber/cucumber';
import { CAPABILITY_MEDIA_TYPE, ENDING_ERRORS, type MissingCapability, STEP_ERRORS } from '../../reports/evidence.ts';
import { findPhoneFault } from '../../simulators/phone/faults/load.ts';
import { closeReach, openReach } from '../../targets/reach.ts';
import { startServedProcess } from '../../targets/served-process.ts';
import { type Target, targetAt } from '../../targets/target.ts';
import { missingCapability, unprovided } from './capabilities.ts';
import { isInterrupted, takePlace } from './channel.ts';
import { leaveInOrder } from './healing.ts';
import { handOverSecrets } from './secrets.ts';
import { clearStage, halt, stage, type WorldParameters } from './stage.ts';
import { unlessBlocked } from './unless-blocked.ts';
import type { PairWorld } from './world.ts';

/** For parameters that name no implementation at all: every scenario is then not run, for want of test controls. */
const NOWHERE = { portalUrl: 'http://127.0.0.1', phoneApiUrl: 'http://127.0.0.1' };
/** Every act has a limit of its own, far below this, and on a real clock a step may wait for several; it is for bugs of ours. */
const STEP_LIMIT_MS = 600_000;

/** Of what was to come when the run was stopped. */
const INTERRUPTED: MissingCapability = {
  capability: 'interrupted',
  provide: 'the run was stopped before this was through',
  because: 'interrupted',
};

setDefaultTimeout(STEP_LIMIT_MS);

BeforeAll(async function () {
  const { browser, phoneFault, start, targets } = this.parameters as unknown as WorldParameters;
  clearStage();
  stage.alterPhone = phoneFault === undefined ? undefined : (await findPhoneFault(phoneFault)).apply;
  if (start) stage.served = await startServedProcess(start.command, start.args);
  stage.target = targets?.[takePlace() % targets.length] ?? {
    ...targetAt('nowhere', stage.served?.addresses ?? NOWHERE),
    ...namedBy(start),
  };
  stage.reach = await openReach(stage.target, { browser, tester: stage.tester });
});

AfterAll(async () => {
  await handOverSecrets();
  await closeReach(stage.reach);
  await stage.served?.stop();
});

function namedBy(start: WorldParameters['start']): Partial<Target> {
  return start ? { name: start.name, declares: start.declares } : {};
}

Before(async function (this: PairWorld, { pickle }) {
  if (stage.haltedBy !== undefined || isInterrupted()) return 'skipped';
  const tags = pickle.tags.map(({ name }) => name);
  const missing = missingCapability(this, tags);
  if (missing) {
    this.attach(JSON.stringify(missing), CAPABILITY_MEDIA_TYPE);
    return 'skipped';
  }
  this.begin(tags);
  this.comparesLists = pickle.steps.some(({ text }) => text.includes('lists no device'));
  this.accounts.wantsNoDevice = pickle.steps.some(({ text }) => text.endsWith('without a registered device'));
  return undefined;
});

BeforeStep(function (this: PairWorld, { pickleStep }) {
  this.beginStep(pickleStep.text);
});

AfterStep(async function (this: PairWorld, { result }) {
  // A scenario may go on for minutes, and whoever interrupts it does not wait for so long.
  if (isInterrupted()) return 'skipped';
  if (this.parameters.stepPictures && result.status === Status.PASSED) await pictureOf(this);
  return undefined;
});

After(async function (this: PairWorld, { result }) {
  const { type, message = '' } = result?.exception ?? {};
  if (ENDING_ERRORS.includes(type)) return halt(message);
  if (type === STEP_ERRORS.unprovided && unprovided(message).capability === 'a browser') stage.needsScripts = true;
  if (type === STEP_ERRORS.unprovided) this.attach(JSON.stringify(unprovided(message)), CAPABILITY_MEDIA_TYPE);
  if (type === STEP_ERRORS.notDemanded)
    this.attach(JSON.stringify({ ...unprovided(message), because: 'left open' }), CAPABILITY_MEDIA_TYPE);
  if (isInterrupted() && result?.status === Status.SKIPPED)
    this.attach(JSON.stringify(INTERRUPTED), CAPABILITY_MEDIA_TYPE);
  // Where it led nowhere a picture says most.
  const isLast = result?.status === Status.PASSED && !this.parameters.stepPictures;
  if (type === STEP_ERRORS.blocked || isLast) await pictureOf(this);
  if (!isInterrupted()) await leaveInOrder(this);
  await this.leave();
  return undefined;
});

/** One that cannot be taken is no news of the implementation. */
function pictureOf(world: PairWorld): Promise<boolean> {
  return unlessBlocked(() => world.attachPictures().then(() => true));
}
