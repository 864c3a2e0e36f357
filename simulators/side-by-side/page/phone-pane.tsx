import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sight, ToPage, ToPhone } from '../messages.ts';
import type { Drawn } from './drawn.ts';
import { viewOf } from './portal-view.ts';

interface PhonePaneProps extends Drawn {
  portal: RefObject<HTMLIFrameElement | null>;
}

const SIGHTS: [Sight, string][] = [
  ['portal', 'the portal beside it'],
  ['computer', 'this computer’s camera'],
];

/** The phone, and what its camera is held at. */
export function PhonePane({ scene, facts, portal }: PhonePaneProps) {
  const [sight, setSight] = useState<Sight>('portal');
  const phone = useRef<HTMLIFrameElement>(null);
  usePhone(phone, { scene, facts, portal, sight });
  return (
    <section class="hand" aria-labelledby="phone-title">
      <h2 id="phone-title">The app, on a phone</h2>
      <div class="phone">
        <iframe ref={phone} title="The phone app" src={facts.phoneUrl} allow={`camera ${originOf(facts.phoneUrl)}`} />
      </div>
      <fieldset class="switch">
        <legend>From the next Scan QR on, the camera sees</legend>
        {SIGHTS.map(([value, words]) => (
          <label key={value}>
            <input type="radio" name="sight" checked={sight === value} onChange={() => setSight(value)} />
            {words}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** Tells the phone the time and what its camera is held at, and shows it the portal when it looks. */
function usePhone(phone: RefObject<HTMLIFrameElement | null>, told: PhonePaneProps & { sight: Sight }): void {
  const { scene, facts, portal, sight } = told;
  const origin = originOf(facts.phoneUrl);
  const tell = (message: ToPhone, parts: Transferable[] = []) =>
    phone.current?.contentWindow?.postMessage(message, origin, parts);
  const tellAll = () => {
    tell({ type: 'clock', setting: scene.clock });
    tell({ type: 'sight', sight });
  };
  useEffect(() => {
    const hear = async ({ source, origin: from, data }: MessageEvent<ToPage>) => {
      if (from !== origin || source !== phone.current?.contentWindow) return;
      if (data.type === 'ready') return tellAll();
      const picture = await viewOf(portal.current?.contentDocument);
      tell({ type: 'view', picture }, [picture]);
    };
    const listener = (event: MessageEvent<ToPage>) => void hear(event);
    addEventListener('message', listener);
    tellAll();
    return () => removeEventListener('message', listener);
  }, [scene.clock, sight, origin]);
}

function originOf(address: string): string {
  return new URL(address).origin;
}
