import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Handset } from '../handset.ts';
import { Code } from './code.tsx';

/** What an authenticator is for: the code of a registered phone, whether somebody is signed in or there is a network. */
export function CodeSheet({ handset }: { handset: Handset }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button class="wide" type="button" onClick={() => setOpen(true)}>
        Show code
      </button>
      {isOpen && <Sheet handset={handset} onClose={() => setOpen(false)} />}
    </>
  );
}

function Sheet({ handset, onClose }: { handset: Handset; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="pop-up" aria-labelledby="sheet-title" onClose={onClose}>
      <h2 id="sheet-title">Your code</h2>
      <Code handset={handset} />
      <div class="actions">
        <button class="main" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
