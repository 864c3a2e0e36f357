import type { RegistrationPhase } from '../../../protocol/control-api.ts';
import type { Scene } from '../scene.ts';

type State = RegistrationPhase | 'none';

interface Box {
  state: State;
  name: string;
  words: string;
  x: number;
  y: number;
}

const WIDTH = 184;
const HEIGHT = 54;
const BOXES: readonly Box[] = [
  { state: 'none', name: 'No registration', words: 'nothing was started', x: 66, y: 4 },
  { state: 'started', name: 'Started', words: 'the QR code is shown', x: 66, y: 100 },
  { state: 'paired', name: 'Paired', words: 'a phone has name and key', x: 66, y: 196 },
  { state: 'submitted', name: 'Submitted', words: 'the device is registered', x: 66, y: 292 },
  { state: 'continued', name: 'Continued', words: 'the phone knows it too', x: 66, y: 388 },
  { state: 'expired', name: 'Expired', words: 'nothing was registered', x: 294, y: 148 },
];

interface Arrow {
  path: string;
  words: string;
  x: number;
  y: number;
  anchor?: 'end';
}

const ARROWS: readonly Arrow[] = [
  { path: 'M158 58V98', words: 'Next', x: 166, y: 82 },
  { path: 'M158 154V194', words: 'Scan QR', x: 166, y: 178 },
  { path: 'M158 250V290', words: 'Submit', x: 166, y: 274 },
  { path: 'M158 346V386', words: 'Continue', x: 166, y: 370 },
  { path: 'M66 127C20 150 20 290 64 315', words: 'any authenticator', x: 0, y: 0 },
  { path: 'M250 127C275 127 290 140 310 148', words: '15 min', x: 272, y: 122 },
  { path: 'M250 223C275 223 290 215 310 204', words: '15 min', x: 272, y: 238 },
  { path: 'M250 319H484Q492 319 492 311V39Q492 31 484 31H254', words: 'Remove', x: 300, y: 312 },
  { path: 'M250 415H484Q492 415 492 407V318', words: 'Remove', x: 300, y: 408 },
];

/** How far the newest registration has come, among all that may become of one. */
export function States({ scene: { registration } }: { scene: Scene }) {
  const current = registration?.phase ?? 'none';
  const { name, words } = BOXES.find(({ state }) => state === current) ?? { name: current, words: '' };
  return (
    <section class="states" aria-labelledby="states-title">
      <h2 id="states-title">How far the registration is</h2>
      <p role="status">
        {registration ? (
          <>
            “{registration.deviceName}” of {registration.username}:{' '}
          </>
        ) : null}
        <strong>{name}</strong>, {words}
      </p>
      <svg
        viewBox="0 0 500 446"
        role="img"
        aria-label="The states of a registration, and what leads from one to another"
      >
        <defs>
          <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {ARROWS.map((arrow) => (
          <g key={arrow.path} class="arrow">
            <path d={arrow.path} marker-end="url(#head)" />
            {arrow.x > 0 ? (
              <text x={arrow.x} y={arrow.y}>
                {arrow.words}
              </text>
            ) : (
              <text transform="translate(24 222) rotate(-90)" text-anchor="middle">
                {arrow.words}
              </text>
            )}
          </g>
        ))}
        {BOXES.map((box) => (
          <g key={box.state} class={box.state === current ? 'box current' : 'box'}>
            <rect x={box.x} y={box.y} width={WIDTH} height={HEIGHT} rx="12" />
            <text class="name" x={box.x + WIDTH / 2} y={box.y + 23} text-anchor="middle">
              {box.name}
            </text>
            <text x={box.x + WIDTH / 2} y={box.y + 42} text-anchor="middle">
              {box.words}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}
