import { useEffect, useState } from 'preact/hooks';
import type { Handset, ShownCode } from '../handset.ts';
import { Ring } from '../ring.tsx';

/** Often enough that a code which is over is never seen for long. */
const LOOK_MS = 100;

/** The code of this moment, large, with the seconds that are left of it. */
export function Code({ handset }: { handset: Handset }) {
  const shown = useCode(handset);
  if (!shown) return <p class="message">No code can be shown now</p>;
  const { code, account, secondsLeft, periodSeconds } = shown;
  return (
    <div class="code">
      <p class="account">{account}</p>
      <p class="digits">{grouped(code)}</p>
      <p class="left">
        <Ring share={secondsLeft / periodSeconds} box={48} radius={20} size={20} />
        New code in {secondsLeft} s
      </p>
    </div>
  );
}

/** Looks at it again and again, and shows it anew only when it changes. */
function useCode(handset: Handset): ShownCode | undefined {
  const [shown, setShown] = useState(() => handset.code());
  useEffect(() => {
    const look = () => {
      const now = handset.code();
      setShown((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    look();
    const ticking = setInterval(look, LOOK_MS);
    // Whoever comes back sees none that ended meanwhile.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', look);
    };
  }, [handset]);
  return shown;
}

/** In halves, as they are read: the second one has the digit too many. */
function grouped(code: string): string {
  const half = Math.floor(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
