import { Writable } from 'node:stream';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { Seams } from '../../reference-server/seams.ts';
import { startReferenceServer } from '../../reference-server/server.ts';
import { loadManifest } from '../../reports/catalogue/manifest.ts';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { testimonyOf } from '../../reports/testimony.ts';
import type { RunVerdict } from '../../reports/verdict/shape.ts';
import { judge } from '../../reports/verdict.ts';
import { SystemClock } from '../../simulators/clock/system-clock.ts';
import { DEFAULT_DECLARATIONS, REFERENCE_DECLARATIONS } from '../../targets/target.ts';
import { runSentences } from '../cucumber.ts';
import { findDefect } from '../known-bads.ts';
import { findVariant } from '../lawful-variants.ts';
import { suite } from '../suite.ts';
import { catalogueFolder } from '../surroundings.ts';
import type { Job, JobResult } from './job.ts';
import { probeDefect } from './probed.ts';

const NAME = 'the reference';
const DECLARED = { declares: { ...DEFAULT_DECLARATIONS, ...REFERENCE_DECLARATIONS } };
const catalogue = await loadCatalogue(catalogueFolder);
const manifest = await loadManifest(catalogueFolder);
/** Loaded with the first job of this thread, and used by all. */
let support: ISupportCodeLibrary | undefined;

/** One job of a thread of its own: an implementation is started, probed, asked by the scenarios, and judged. */
export default async function runJob(job: Job): Promise<JobResult> {
  const startedAt = new Date();
  const defect = job.faultId === undefined ? undefined : await findDefect(job.faultId);
  const activity = defect && (await probeDefect(defect, job.startEpochMs));
  const seams = job.variant ? (await findVariant(job.variant.id)).seams() : defect?.server?.seams();
  const envelopes = await askScenarios(job, { seams, phoneFault: defect?.phone?.id });
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

/** The server lives in this thread: nothing has to be started for a defect but a socket. */
async function askScenarios(job: Job, { seams, phoneFault }: Changed): Promise<Envelope[]> {
  const clock = new SystemClock();
  clock.set(job.startEpochMs);
  const server = await startReferenceServer({ clock, control: {}, seams });
  const envelopes: Envelope[] = [];
  const { browser, startEpochMs } = job;
  try {
    support = await runSentences({
      tags: job.requirementIds.map((id) => `@${id}`).join(' or '),
      order: 'defined',
      parameters: {
        target: { ...DECLARED, ...job.variant, name: NAME, ...server.addresses },
        drive: browser ? 'browser' : 'api',
        startEpochMs,
        ...(browser && { browser }),
        ...(phoneFault !== undefined && { phoneFault }),
      },
      workers: 1,
      stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
      onMessage: (envelope) => void envelopes.push(envelope),
      support,
    });
  } finally {
    await server.close();
  }
  return envelopes;
}

function judgeJob(job: Job, envelopes: Envelope[], startedAt: Date): RunVerdict {
  const { scenarios, ...others } = testimonyOf(envelopes);
  const asked = new Set(job.requirementIds);
  return judge({
    suite,
    profiles: [],
    target: { name: NAME, drive: job.browser ? 'browser' : 'api', declarations: {} },
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
