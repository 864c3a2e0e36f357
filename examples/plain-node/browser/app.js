import { codeView } from './code-view.js';
import { keepToken, keyOf, pairingOf, phoneNumber, tell } from './memory.js';
import { action, element, form, say, show } from './page.js';
import { codeStep, verifyDevice } from './pairing.js';

await open();

/** Wherever the server says that this phone stands. */
async function open() {
  const standing = await tell('state');
  if (!standing.refused) {
    await arrive(standing);
  } else if (standing.refused === 'signed-out') {
    signIn('');
  } else {
    show('Conversations', action('Try again', open));
    say(standing.message);
  }
}

function signIn(message) {
  const fields = [
    { name: 'username', label: 'Username', autocomplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
  ];
  const enter = async (typed) => {
    const answer = await tell('hello', { ...typed, phone: phoneNumber() });
    if (answer.refused) {
      say(answer.message);
      return;
    }
    keepToken(answer.token);
    await arrive(answer);
  };
  show('Conversations', form(fields, 'Sign in', enter));
  say(message);
}

async function arrive({ username, letIn }) {
  const owner = { username, goIn: () => conversations(username), goOut: leave };
  if (letIn) {
    await owner.goIn();
    return;
  }
  await (pairingOf(username) ? codeStep(owner) : verifyDevice(owner));
}

async function leave(message) {
  await tell('bye');
  signIn(message);
}

async function conversations(username) {
  const answer = await tell('conversations');
  if (answer.refused) {
    // Also the way back for a phone that the mandatory date has caught signed in.
    await (answer.refused === 'unreachable' ? unreachable(answer, username) : open());
    return;
  }
  const rows = answer.conversations.map(({ title, last }) =>
    element('li', {}, element('strong', {}, title), element('br'), last),
  );
  const code = keyOf(username) ? [action('My one-time code', () => ownCode(username)), ' '] : [];
  show(
    'Conversations',
    element('ul', {}, ...rows),
    ...code,
    action('Sign out', () => leave('')),
  );
}

function unreachable({ message }, username) {
  show(
    'Conversations',
    action('Try again', () => conversations(username)),
  );
  say(message);
}

async function ownCode(username) {
  const code = await codeView(keyOf(username));
  show(
    'My one-time code',
    ...code.parts,
    action('Back', () => conversations(username)),
  );
  code.run();
}
