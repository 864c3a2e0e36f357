import { useState } from 'preact/hooks';
import { type KnownDefect, ROUTES } from '../scene.ts';
import { ask } from './ask.ts';
import type { Drawn } from './drawn.ts';

const SIDES: [KnownDefect['side'], string][] = [
  ['portal', 'Of the portal and its server'],
  ['phone', 'Of the app and its phone'],
];

/** A portal and a phone with something wrong, chosen out of all that the suite catches. */
export function DefectChoice({ scene, facts }: Drawn) {
  const [chosen, setChosen] = useState(scene.defect ?? '');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const start = async (id: string | null) => {
    setBusy(true);
    setRefusal(await ask(ROUTES.pair, { id }));
    setBusy(false);
  };
  const looked = facts.defects.find(({ id }) => id === chosen);
  return (
    <section class="defects" aria-labelledby="defects-title">
      <h2 id="defects-title">What if something is wrong?</h2>
      <div class="choice">
        <label for="defect">Known defect</label>
        <select id="defect" value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          <option value="">None: as it should be</option>
          {SIDES.map(([side, words]) => (
            <Group key={side} label={words} defects={facts.defects.filter((one) => one.side === side)} />
          ))}
        </select>
        <button class="main" type="button" disabled={isBusy} onClick={() => void start(chosen === '' ? null : chosen)}>
          {isBusy ? 'Starting…' : 'Start afresh with it'}
        </button>
      </div>
      <p class="now" role="status">
        {nowText(scene.defect)} Starting afresh forgets devices, sessions and keys; the accounts stay.
      </p>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      {looked && <About defect={looked} />}
    </section>
  );
}

function nowText(defect: string | undefined): string {
  return defect === undefined ? 'Portal and phone are as they should be.' : `Portal and phone now have ${defect}.`;
}

function Group({ label, defects }: { label: string; defects: KnownDefect[] }) {
  return (
    <optgroup label={label}>
      {defects.map(({ id, title, severity }) => (
        <option key={id} value={id}>
          {id} · {severity} · {title}
        </option>
      ))}
    </optgroup>
  );
}

function About({ defect: { id, severity, behaviour, caughtBy } }: { defect: KnownDefect }) {
  return (
    <div class="about">
      <p>
        <span class={`severity ${severity}`}>{severity}</span> <strong>{id}</strong> {behaviour}
      </p>
      <p>Caught by</p>
      <ul>
        {caughtBy.map((requirement) => (
          <li key={requirement.id}>
            <strong>{requirement.id}</strong> {requirement.statement}
          </li>
        ))}
      </ul>
    </div>
  );
}
