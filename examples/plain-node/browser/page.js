/** What both pages are made of: elements, one screen at a time, and the one place where a message appears. */
const screen = document.getElementById('screen');
let leaving = () => {};

/** @param {Record<string, string>} [attributes] */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...inside);
  return made;
}

/** Something to press that is no form's own button: it answers to the keyboard too. */
export function action(name, act, role = 'button') {
  const made = element('div', { role, tabindex: '0' }, name);
  made.addEventListener('click', act);
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act();
    }
  });
  return made;
}

/** A form of text fields. Nothing that is typed is mended: the letter case of a device name counts. */
export function form(fields, buttonName, act) {
  const made = element('form', {}, ...fields.map((field) => labelled(field)), element('button', {}, buttonName));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    act(Object.fromEntries(fields.map(({ name }) => [name, made.elements[name].value])));
  });
  return made;
}

function labelled({ name, label, ...attributes }) {
  const plain = { autocomplete: 'off', autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false' };
  return element('label', {}, label, element('input', { name, ...plain, ...attributes }));
}

/** Replaces the screen. What the one before has left running is stopped first. */
export function show(title, ...parts) {
  leaving();
  leaving = () => {};
  screen.replaceChildren(element('h1', {}, title), element('p', { role: 'alert' }), ...parts);
}

/** Called once, when the screen that is shown now is left. */
export function onLeaving(stop) {
  leaving = stop;
}

export function say(message) {
  screen.querySelector('[role="alert"]').textContent = message;
}

/**
 * Asks the server.
 *
 * @returns {Promise<Record<string, any>>} its answer; `refused` and `message` when it says no or cannot be reached
 */
export async function ask(path, asked = {}, headers = {}) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    return await response.json();
  } catch {
    return { refused: 'unreachable', message: 'The server cannot be reached. Try again in a moment.' };
  }
}
