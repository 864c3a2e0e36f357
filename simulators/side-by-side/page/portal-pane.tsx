import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Facts } from '../scene.ts';

interface PortalPaneProps {
  facts: Facts;
  frame: RefObject<HTMLIFrameElement | null>;
}

/** The computer: a window with the portal in it. */
export function PortalPane({ facts, frame }: PortalPaneProps) {
  const [path, setPath] = useState('/');
  const follow = () => setPath(frame.current?.contentWindow?.location.pathname ?? '/');
  return (
    <section class="computer" aria-labelledby="portal-title">
      <h2 id="portal-title">The portal, on a computer</h2>
      <div class="window">
        <div class="address">
          <i aria-hidden="true" />
          <p>{path}</p>
          <a href={facts.portalUrl} target="_blank" rel="noopener">
            Open by itself
          </a>
        </div>
        <iframe ref={frame} title="The portal" src="/" onLoad={follow} />
      </div>
      <p class="hint">
        The QR code is a real one: an authenticator app on a phone of your own can scan it from this screen, and its
        code can be submitted too.
      </p>
    </section>
  );
}
