import type { Envelope } from '@cucumber/messages';
import type { Seams } from '../../reference-server/seams.ts';
import { loadManifest } from '../../reports/catalogue/manifest.ts';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { testimonyOf } from '../../reports/testimony.ts';
import type { RunVerdict } from '../../reports/verdict/shape.ts';
import { judge } from '../../reports/verdict.ts';
import { isInterrupted } from '../../steps/support/channel.ts';
import { findDefect } from '../known-bads.ts';
import { findVariant } from '../lawful-variants.ts';
import { alteredBy } from '../serve/altered.ts';
import { suite } from '../suite.ts';
import { catalogueFolder } from '../surroundings.ts';
import { askReference, REFERENCE_NAME } from './ask-reference.ts';
import type { Job, JobResult } from './job.ts';
import { probeDefect } from './probed.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const manifest = await loadManifest(catalogueFolder);

/**
 * One job of a thread of its own: an implementation is started, probed, asked by the scenarios, and judged.
 * @returns `undefined` when it was interrupted, for then nothing is to be concluded from what was not asked
 */
export default async function runJob(job: Job): Promise<JobResult | undefined> {
  if (isInterrupted()) return undefined;
  const startedAt = new Date();
  const defect = job.faultId === undefined ? undefined : await findDefect(job.faultId);
  const activity = defect && (await probeDefect(defect, job.startEpochMs));
  const seams = job.variant ? (await findVariant(job.variant.id)).seams() : defect?.server?.seams();
  const phoneFault = defect?.phone?.id;
  const envelopes = await askScenarios(job, { seams, phoneFault });
  if (isInterrupted()) return undefined;
  const { requirements, harnessErrors } = judgeJob(job, envelopes, startedAt);
  return {
    isActive: false,
    isTwinActive: false,
    ...activity,
    statuses: Object.fromEntries(requirements.map(({ id, status }) => [id, status])),
    reasons: Object.fromEntries(requirements.flatMap(({ id, reason }) => (reason === undefined ? [] : [[id, reason]]))),
    problems: harnessErrors,
    seconds: (Date.now() - startedAt.getTime()) / 1000,
  };
}

interface Changed {
  seams: Seams | undefined;
  phoneFault: string | undefined;
}

async function askScenarios(job: Job, { seams, phoneFault }: Changed): Promise<Envelope[]> {
  const envelopes: Envelope[] = [];
  const { browser, startEpochMs, variant, inPage } = job;
  await askReference({
    tags: job.requirementIds.map((id) => `@${id}`).join(' or '),
    seams,
    variant,
    ...(inPage && { page: { faultFile: phoneFault && (await alteredBy({ fault: phoneFault })).faultFile } }),
    parameters: {
      drive: browser ? 'browser' : 'api',
      startEpochMs,
      ...(browser && { browser }),
      ...(phoneFault !== undefined && !inPage && { phoneFault }),
    },
    onMessage: (envelope) => void envelopes.push(envelope),
  });
  return envelopes;
}

function judgeJob(job: Job, envelopes: Envelope[], startedAt: Date): RunVerdict {
  const { scenarios, ...others } = testimonyOf(envelopes);
  const asked = new Set(job.requirementIds);
  return judge({
    suite,
    profiles: [],
    target: { name: REFERENCE_NAME, drive: job.browser ? 'browser' : 'api', declarations: {} },
    manifest,
    requirements: job.requirementIds.map((id) => catalogue.requirement(id)),
    sentences: catalogue.sentences,
    testimony: {
      ...others,
      scenarios: scenarios.filter(({ requirements }) => requirements.some((id) => asked.has(id))),
    },
    run: { startedAt: startedAt.toISOString(), finishedAt: new Date().toISOString() },
  });
}
