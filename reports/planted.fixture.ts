import { AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { envelopesOf, type ScenarioScript } from './envelopes.fixture.ts';
import type { PictureFile } from './testimony/shape.ts';
import { testimonyOf } from './testimony.ts';
import type { RunVerdict } from './verdict/shape.ts';
import { LOG_01, RUN, verdictOf } from './verdict.fixture.ts';

/** A run in which every text that anyone could have said holds a secret that nothing else holds. */
export interface Planted {
  verdict: RunVerdict;
  material: { envelopes: Envelope[]; pictures: PictureFile[] };
  secrets: string[];
  /** Where each secret was put, for people. */
  places: Map<string, string>;
  /** Of the files of pictures. */
  pictures: string[];
}

/** Words and times of the house, and what other fields are found by: a secret there would be a bug of ours. */
const OURS = new Set(['id', 'level', 'status', 'outcome', 'startedAt', 'finishedAt', 'at', 'pictures', 'requirement']);

export function plantEverywhere(): Planted {
  const places = new Map<string, string>();
  const plant: Plant = (place) => {
    const secret = `Key${String(places.size).padStart(4, '0')}<&"'>Xyz`;
    places.set(secret, place);
    return secret;
  };
  const envelopes = plantedEnvelopes(plant);
  const { pictures } = testimonyOf(envelopes);
  const verdict = plantIn(fullVerdict(), 'verdict', plant);
  return {
    verdict,
    material: { envelopes, pictures },
    secrets: [...places.keys()],
    places,
    pictures: pictures.map(({ path }) => path),
  };
}

type Plant = (place: string) => string;

/** One of everything: something failed, something broke, something was declared. */
function fullVerdict(): RunVerdict {
  const step = {
    sentence: 'Then it is so',
    evidence: [{ holds: false, note: 'measured' }],
    error: { type: 'Odd', message: 'besides' },
  };
  const scripts: ScenarioScript[] = [
    { steps: [step], after: { attachments: [drawing('nothing yet')] } },
    { tags: ['@LOG-02'], attempts: [] },
    { tags: ['@LOG-03'], steps: [{ sentence: 'When it signs in', error: { type: 'TargetGone', message: 'gone' } }] },
  ];
  const requirements = ['LOG-01', 'LOG-02', 'LOG-03', 'LOG-04'].map((id) => {
    return { ...LOG_01, id, why: 'else it is open', reading: 'read so' };
  });
  const declaredAbsent = [{ id: 'LOG-04', reason: 'there is none' }];
  const target = { name: 'a portal', drive: 'api', declarations: { label: 'Next', throttleMax: 10 } };
  return verdictOf(scripts, { requirements, target, run: { ...RUN, problems: ['it broke'], declaredAbsent } });
}

function plantIn<Value>(value: Value, place: string, plant: Plant): Value {
  if (typeof value === 'string') return `${plant(place)} ${value}` as Value;
  if (Array.isArray(value)) return value.map((item, index) => plantIn(item, `${place}.${index}`, plant)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    const isOurs = OURS.has(name) || (name === 'requirements' && place.startsWith('verdict.profiles'));
    return [name, isOurs ? field : plantIn(field, `${place}.${name}`, plant)];
  });
  return Object.fromEntries(fields);
}

function plantedEnvelopes(plant: Plant): Envelope[] {
  const script: ScenarioScript = {
    name: plant('scenario name in the messages'),
    before: { error: { type: 'Error', message: plant('error of a hook') } },
    steps: [
      {
        sentence: `Then ${plant('sentence in the messages')}`,
        evidence: [{ seen: plant('evidence in the messages'), note: plant('note in the messages') }],
        error: { type: 'Odd', message: plant('error of a step') },
      },
    ],
    after: { attachments: [drawing(plant('drawing'))] },
  };
  const attachment = {
    body: Buffer.from(`a log that says ${plant('attachment in Base64')}`).toString('base64'),
    contentEncoding: AttachmentContentEncoding.BASE64,
    mediaType: 'text/plain',
    fileName: plant('name of an attachment'),
  };
  const parseError = { source: {}, message: plant('error of a feature file') };
  return [...envelopesOf([script]), { attachment }, { parseError }];
}

/** As the text browser draws: markup is escaped in it. */
function drawing(text: string) {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return { body: `<svg><text>${escaped}</text></svg>`, mediaType: 'image/svg+xml', fileName: 'web' };
}
