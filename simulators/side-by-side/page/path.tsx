import type { RegistrationPhase } from '../../../protocol/control-api.ts';
import type { Scene } from '../scene.ts';
import type { Drawn } from './drawn.ts';

/** The phases in the order in which a registration goes through them. */
const WAY: readonly RegistrationPhase[] = ['started', 'paired', 'submitted', 'continued'];

interface Step {
  where: string;
  words: string;
  isDone(scene: Scene): boolean;
}

const STEPS: readonly Step[] = [
  { where: 'Both', words: 'Sign in', isDone: ({ signedIn }) => signedIn.portal && signedIn.phone },
  {
    where: 'Portal',
    words: 'User profile, Access controls, Mobile authentication, Register new device: name it, Next',
    isDone: reached('started'),
  },
  { where: 'Phone', words: 'Scan QR: the camera reads the code on the portal', isDone: reached('paired') },
  { where: 'Portal', words: 'Type the six digits that the phone shows, Submit', isDone: reached('submitted') },
  { where: 'Phone', words: 'Continue: Device registered', isDone: reached('continued') },
];

/** What there is to do, and how far it is done. */
export function Path({ scene, facts: { account } }: Drawn) {
  const current = STEPS.findIndex((step) => !step.isDone(scene));
  return (
    <section class="path" aria-label="Five steps">
      <ol>
        {STEPS.map((step, at) => (
          <li
            key={step.words}
            class={step.isDone(scene) ? 'done' : ''}
            aria-current={at === current ? 'step' : undefined}
          >
            <strong>{step.where}</strong> {step.words}
            {at === 0 && account && (
              <>
                {' as '}
                <code>{account.username}</code> with <code>{account.password}</code>
              </>
            )}
            {step.isDone(scene) && <span class="unseen"> Done.</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function reached(wanted: RegistrationPhase): (scene: Scene) => boolean {
  return ({ registration }) => registration !== undefined && WAY.indexOf(registration.phase) >= WAY.indexOf(wanted);
}
