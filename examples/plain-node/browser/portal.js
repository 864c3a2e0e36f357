import { action, ask, element, form, say, show } from './page.js';
import { nameDevice } from './register.js';

const menu = document.getElementById('menu');
/** The screens that have an address. */
const SCREENS = { '': home, '#/access': accessControls, '#/devices': devices, '#/register': nameDevice };

addEventListener('hashchange', () => void open());
await open();

/** Shows the screen of the address, or the way to sign in first: the address is kept meanwhile. */
async function open() {
  const known = await ask('/portal/devices');
  if (known.refused) {
    menu.replaceChildren();
    signIn(known.refused === 'signed-out' ? '' : known.message);
    return;
  }
  drawMenu();
  (SCREENS[location.hash] ?? home)(known);
}

function signIn(message) {
  const fields = [
    { name: 'username', label: 'Username', autocomplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
  ];
  const enter = async (typed) => {
    const answer = await ask('/portal/enter', typed);
    await (answer.refused ? say(answer.message) : open());
  };
  show('Conversations', form(fields, 'Log in', enter));
  say(message);
}

function drawMenu() {
  const go = (hash) => () => {
    location.hash = hash;
    menu.querySelector('[role="menu"]').hidden = true;
  };
  const signOut = async () => {
    await ask('/portal/leave');
    location.hash = '';
    await open();
  };
  const list = element('div', { role: 'menu', 'aria-label': 'User profile', hidden: '' });
  list.append(action('Access controls', go('#/access'), 'menuitem'), action('Log out', signOut, 'menuitem'));
  const opener = element('button', { 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, 'User profile');
  opener.addEventListener('click', () => {
    list.hidden = !list.hidden;
    opener.setAttribute('aria-expanded', String(!list.hidden));
  });
  menu.replaceChildren(opener, list);
}

function home({ username }) {
  show('Welcome', element('p', {}, `You are logged in as ${username}. Your conversations are on your phone.`));
}

function accessControls() {
  const open = () => {
    location.hash = '#/devices';
  };
  show('Access controls', element('p', {}, 'How you get in.'), action('Mobile authentication', open));
}

function devices({ devices: registered }) {
  const rows = registered.map(({ name }) => element('li', { class: 'as-typed' }, name));
  const none = element('p', {}, 'No device is registered.');
  show(
    'Mobile authentication',
    rows.length > 0 ? element('ul', { 'aria-label': 'Registered devices' }, ...rows) : none,
    element('a', { href: '#/register' }, 'Register new device'),
  );
}
