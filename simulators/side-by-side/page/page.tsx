import { useRef } from 'preact/hooks';
import { ClockHandle } from './clock-handle.tsx';
import { DefectChoice } from './defect-choice.tsx';
import type { Drawn } from './drawn.ts';
import { Path } from './path.tsx';
import { PhonePane } from './phone-pane.tsx';
import { PortalPane } from './portal-pane.tsx';
import { States } from './states.tsx';
import { useScene } from './use-scene.ts';
import { Wire } from './wire.tsx';

/** Portal and phone side by side, what time it is for them, what is wrong with them, and what they say to each other. */
export function Page() {
  const { scene, facts, isConnected } = useScene();
  return (
    <>
      {!isConnected && (
        <p class="banner" role="alert">
          The server does not answer. Start it again with <code>npm run paircheck -- serve</code>.
        </p>
      )}
      {scene && facts ? (
        <Everything scene={scene} facts={facts} />
      ) : (
        <p class="loading">Portal and phone are coming…</p>
      )}
    </>
  );
}

function Everything({ scene, facts }: Drawn) {
  const portal = useRef<HTMLIFrameElement>(null);
  return (
    <>
      <header class="top">
        <h1>Portal and phone, side by side</h1>
        <p>A phone is paired with an account by a QR code and a one-time code. Try it: both sides are real.</p>
      </header>
      <main>
        <ClockHandle setting={scene.clock} />
        <Path scene={scene} facts={facts} />
        <div class="panes">
          <PortalPane key={`portal ${scene.pair}`} facts={facts} frame={portal} />
          <PhonePane key={`phone ${scene.pair}`} scene={scene} facts={facts} portal={portal} />
        </div>
        <DefectChoice scene={scene} facts={facts} />
        <div class="below">
          <Wire exchanges={scene.exchanges} />
          <States scene={scene} />
        </div>
      </main>
    </>
  );
}
