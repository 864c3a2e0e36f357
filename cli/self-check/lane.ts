import { Writable } from 'node:stream';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import type { ServerFault } from '../../reference-server/faults/server-fault.ts';
import { startReferenceServer } from '../../reference-server/server.ts';
import { loadManifest } from '../../reports/catalogue/manifest.ts';
import { loadCatalogue } from '../../reports/catalogue.ts';
import { testimonyOf } from '../../reports/testimony.ts';
import type { RunVerdict } from '../../reports/verdict/shape.ts';
import { judge } from '../../reports/verdict.ts';
import { SystemClock } from '../../simulators/clock/system-clock.ts';
import { DEFAULT_DECLARATIONS, REFERENCE_DECLARATIONS, type Target } from '../../targets/target.ts';
import { runSentences } from '../cucumber.ts';
import { serverFault } from '../known-bads.ts';
import { suite } from '../suite.ts';
import { catalogueFolder } from '../surroundings.ts';
import type { Job, JobResult } from './job.ts';
import { type Activity, probeServerFault } from './probed.ts';

const NAME = 'the reference';
const catalogue = await loadCatalogue(catalogueFolder);
const manifest = await loadManifest(catalogueFolder);
/** Loaded with the first job of this thread, and used by all. */
let support: ISupportCodeLibrary | undefined;

/** One job of a thread of its own: an implementation is started, probed, asked by the scenarios, and judged. */
export default async function runJob(job: Job): Promise<JobResult> {
  const startedAt = new Date();
  const fault = job.faultId === undefined ? undefined : await serverFault(job.faultId);
  const activity: Activity = fault
    ? await probeServerFault(fault, job.startEpochMs)
    : { isActive: false, isTwinActive: false };
  const envelopes = await askScenarios(job, fault);
  const { requirements, harnessErrors } = judgeJob(job, envelopes, startedAt);
  return {
    ...activity,
    statuses: Object.fromEntries(requirements.map(({ id, status }) => [id, status])),
    problems: harnessErrors,
    seconds: (Date.now() - startedAt.getTime()) / 1000,
  };
}

/** The server lives in this thread: nothing has to be started for a defect but a socket. */
async function askScenarios(job: Job, fault: ServerFault | undefined): Promise<Envelope[]> {
  const clock = new SystemClock();
  clock.set(job.startEpochMs);
  const server = await startReferenceServer({ clock, control: {}, seams: fault?.seams() });
  const declares = { ...DEFAULT_DECLARATIONS, ...REFERENCE_DECLARATIONS };
  const target: Target = { name: NAME, ...server.addresses, declares };
  const envelopes: Envelope[] = [];
  try {
    support = await runSentences({
      tags: job.requirementIds.map((id) => `@${id}`).join(' or '),
      order: 'defined',
      parameters: {
        target,
        drive: job.browser ? 'browser' : 'api',
        startEpochMs: job.startEpochMs,
        ...(job.browser && { browser: job.browser }),
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
