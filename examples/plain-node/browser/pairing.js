import { watch } from './camera.js';
import { codeView } from './code-view.js';
import { keyBytes, proofOf, readSymbol } from './key.js';
import { keepKey, keepPairing, pairingOf, phoneNumber, tell } from './memory.js';
import { action, element, form, onLeaving, say, show } from './page.js';

/** More than a step of difference, and no code of this phone is right. */
const CLOCK_MAY_DIFFER_MS = 30_000;

/**
 * @typedef {{ username: string, goIn: () => Promise<void>, goOut: (message: string) => Promise<void> }} Owner
 */

/** @param {Owner} owner - who has given a password on a phone that is not registered */
export function verifyDevice(owner) {
  show('Conversations');
  popUp('Verify device', 'Register this phone with the QR code of the web page.', {
    Cancel: () => owner.goOut('This device is not verified. Sign in to try again.'),
    'Scan QR': () => scan(owner),
  });
}

/** A pop-up that closes by one of its actions; a key or gesture that closes it all the same is its first action. */
function popUp(title, text, actions) {
  const dialog = element('dialog', { 'aria-label': title, closedby: 'none' });
  const choose = (name) => {
    dialog.remove();
    actions[name]();
  };
  const names = Object.keys(actions);
  dialog.append(
    element('h2', {}, title),
    element('p', {}, text),
    ...names.map((name) => action(name, () => choose(name))),
  );
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('close', () => choose(names[0]));
  document.getElementById('screen').append(dialog);
  dialog.showModal();
}

async function scan(owner) {
  const video = element('video', { playsinline: '', 'aria-label': 'What the camera sees' });
  const ways = [
    action('Enter values by hand', () => typeValues(owner)),
    ' ',
    action('Back', () => verifyDevice(owner)),
  ];
  const hint = element('p', {}, 'Bring the QR code inside the brackets.');
  show('Scan QR', element('div', { class: 'finder' }, video), hint, ...ways);
  video.muted = true;
  try {
    const stop = await watch(video, (text) => take(owner, text, video));
    // While the person was asked, the screen may have been left.
    (video.isConnected ? onLeaving : (late) => late())(stop);
  } catch (error) {
    if (video.isConnected) {
      withoutCamera(owner, error.name);
    }
  }
}

async function take(owner, text, video) {
  const read = readSymbol(text, owner.username);
  if ('problem' in read) {
    say(read.problem);
    return;
  }
  const answer = await tell('scanned', { registration: read.registration });
  if (!video.isConnected) {
    return;
  }
  // A phone without network makes codes all the same; Continue tells the server what the scan could not.
  if (answer.refused && answer.refused !== 'unreachable') {
    say(answer.message);
    return;
  }
  keepPairing({ username: owner.username, key: read.key });
  await codeStep(owner);
}

function withoutCamera(owner, reason) {
  const isDenied = reason === 'NotAllowedError';
  const ways = [action('Ask again', () => scan(owner)), action('Enter values by hand', () => typeValues(owner))];
  show(
    'Scan QR',
    ways[0],
    ' ',
    ways[1],
    ' ',
    action('Back', () => verifyDevice(owner)),
  );
  say(
    isDenied ? 'To scan the QR code, allow the app to use the camera.' : 'This phone has no camera that can be used.',
  );
}

function typeValues(owner) {
  const fields = [
    { name: 'name', label: 'Device name' },
    { name: 'key', label: 'Key' },
  ];
  const use = async ({ name, key }) => {
    if (!keyBytes(key)) {
      say('That key cannot be right: compare it with the one on the web page.');
      return;
    }
    const answer = await tell('typed', { name });
    if (answer.refused) {
      say(answer.message);
      return;
    }
    keepPairing({ username: owner.username, key });
    await codeStep(owner);
  };
  const hint = element('p', {}, 'Copy them from the web page, with capital and small letters as they are there.');
  show(
    'Enter values',
    hint,
    form(fields, 'Done', use),
    action('Back', () => verifyDevice(owner)),
  );
}

/** @param {Owner} owner - whose phone holds the key of a registration */
export async function codeStep(owner) {
  const { key } = pairingOf(owner.username);
  const code = await codeView(key);
  const again = () => {
    keepPairing(null);
    verifyDevice(owner);
  };
  const hint = element('p', {}, 'Type this code into the web page and submit it there. Then continue here.');
  const ways = [action('Continue', () => finish(owner, key)), ' ', action('Start over', again)];
  show('One-time code', ...code.parts, hint, ...ways);
  code.run();
  const { nowMs } = await tell('state');
  if (Math.abs((nowMs ?? Date.now()) - Date.now()) > CLOCK_MAY_DIFFER_MS) {
    say('The clock of this phone is wrong, and so are its codes. Set it right first.');
  }
}

/** Only the server's word makes the device registered. */
async function finish(owner, key) {
  const answer = await tell('done', { proof: await proofOf(key, phoneNumber()) });
  if (answer.refused === 'signed-out') {
    await owner.goOut(answer.message);
    return;
  }
  if (!answer.finished) {
    say(answer.message ?? 'The web page has not finished yet: submit the code there first.');
    return;
  }
  keepKey(owner.username, key);
  popUp('Device registered', 'This phone is ready for your conversations.', { OK: owner.goIn });
}
