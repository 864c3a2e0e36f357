import { action, ask, element, form, say, show } from './page.js';

/** The steps of a registration. They have no addresses: whoever leaves before Submit begins again with the name. */
export function nameDevice() {
  const start = async ({ name }) => {
    const answer = await ask('/portal/start', { name });
    if (answer.refused) {
      say(answer.message);
      return;
    }
    await (answer.mustIdentify ? identify(answer.id) : scan(answer.id));
  };
  show(
    'Register new device',
    element('p', {}, 'Choose a name by which you will recognise it later.'),
    form([{ name: 'name', label: 'Device name' }], 'Next', start),
  );
}

function identify(id) {
  const check = async ({ code }) => {
    const answer = await ask('/portal/identify', { id, code });
    await (answer.refused ? say(answer.message) : scan(id));
  };
  show(
    'Confirm that it is you',
    element('p', {}, 'You have a registered device: open the app on it and type the code that it shows.'),
    form([codeField('Code from your registered device')], 'Confirm', check),
  );
}

async function scan(id) {
  const { picture, refused, message } = await ask('/portal/symbol', { id });
  if (refused) {
    show('Register new device', action('Start again', nameDevice));
    say(message);
    return;
  }
  const submit = async ({ code }) => {
    const answer = await ask('/portal/finish', { id, code });
    const next = answer.refused ? () => say(answer.message) : () => finished(answer.name);
    next();
  };
  show(
    'Scan with your phone',
    element('img', { class: 'symbol', alt: 'QR code', src: picture }),
    manualWay(id),
    form([codeField('One-time code')], 'Submit', submit),
  );
}

/** The values are fetched only when they are asked for. */
function manualWay(id) {
  const way = element('a', { href: '#' }, 'Not able to scan the QR code?');
  const place = element('div', {}, way);
  way.addEventListener('click', async (event) => {
    event.preventDefault();
    const { name, key, message } = await ask('/portal/values', { id });
    if (!key) {
      say(message);
      return;
    }
    place.replaceChildren(
      element('p', {}, 'Type these into the app. Capital and small letters of the name count.'),
      value('Device name', name),
      value('Key', key.match(/.{1,4}/g).join(' ')),
    );
  });
  return place;
}

function value(title, text) {
  return element('dl', {}, element('dt', {}, title), element('dd', { class: 'as-typed' }, text));
}

function finished(name) {
  const list = element('a', { href: '#/devices' }, 'Mobile authentication');
  const news = element('p', { role: 'status' }, 'Registered: ', element('b', { class: 'as-typed' }, name));
  show('Setup finished', news, element('p', {}, 'Now tap Continue in the app.'), list);
}

function codeField(label) {
  return { name: 'code', label, inputmode: 'numeric', autocomplete: 'one-time-code' };
}
