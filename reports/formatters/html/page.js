/* Comfort for the report: everything on the page can be read, searched and printed without it. */

const form = document.querySelector('.filter');
const entries = [...document.querySelectorAll('[data-requirement]')];
const rows = entries.filter((entry) => entry.matches('tr'));
const chapters = [...document.querySelectorAll('.chapter')];
const textById = new Map();

for (const element of document.querySelectorAll('.filter, .print-page')) element.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields are empty only after the event.
form.addEventListener('reset', () => setTimeout(filter));
form.elements.text.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') form.reset();
});
addEventListener('hashchange', showTarget);
document.addEventListener('click', onClick);
document.addEventListener('keydown', onArrow);
for (const link of document.querySelectorAll('.same')) link.replaceWith(sameAs(link));
for (const figure of document.querySelectorAll('figure')) addEnlarger(figure);

/** Everything that a requirement says, in its row and below, for the search. */
function textOf(id) {
  if (!textById.has(id)) {
    const said = entries.filter(({ dataset }) => dataset.requirement === id).map(({ textContent }) => textContent);
    textById.set(id, said.join(' ').toLowerCase());
  }
  return textById.get(id);
}

function filter() {
  const { text, ...chosen } = Object.fromEntries(new FormData(form));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const entry of entries) {
    const fits = Object.entries(chosen).every(
      ([name, value]) => !value || entry.dataset[name].split(' ').includes(value),
    );
    entry.hidden = !(fits && words.every((word) => textOf(entry.dataset.requirement).includes(word)));
  }
  for (const chapter of chapters) chapter.hidden = !chapter.querySelector('[data-requirement]:not([hidden])');
  const shown = rows.filter(({ hidden }) => !hidden).length;
  const all = `${rows.length} requirement${rows.length === 1 ? '' : 's'}`;
  form.elements.shown.value = shown === rows.length ? all : `${shown} of ${all}`;
  document.querySelector('.nothing').hidden = shown > 0;
}

/** A link leads to what it names, also where the filter has put that away. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  form.reset();
  filter();
  target.scrollIntoView();
}

function onClick({ target }) {
  const count = target.closest('[data-show]');
  if (count && form.elements.status) {
    form.reset();
    form.elements.status.value = count.dataset.show;
    setTimeout(filter);
  }
  const button = target.closest('.print-page');
  if (button) printAlone(button.closest('.profile-page'));
}

/** Up and down go from requirement to requirement, as in a list, while one of their links has the focus. */
function onArrow(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = document.activeElement?.closest('.matrix tbody tr');
  if (!step || !row) return;
  const shown = rows.filter(({ hidden }) => !hidden);
  const next = shown[shown.indexOf(row) + step];
  if (!next) return;
  event.preventDefault();
  next.querySelector('a').focus();
}

function printAlone(page) {
  page.classList.add('printed');
  document.documentElement.dataset.printing = '';
  addEventListener(
    'afterprint',
    () => {
      page.classList.remove('printed');
      delete document.documentElement.dataset.printing;
    },
    { once: true },
  );
  print();
}

/** The picture that the link leads to, here as well. */
function sameAs(link) {
  const picture = document.getElementById(link.hash.slice(1)).cloneNode();
  picture.removeAttribute('id');
  picture.alt = link.dataset.alt;
  return picture;
}

function addEnlarger(figure) {
  const picture = figure.querySelector('img');
  const button = buttonNamed('Enlarge', () => enlarge(picture));
  button.setAttribute('aria-label', `Enlarge: ${picture.alt}`);
  figure.querySelector('figcaption').append(button);
}

function enlarge(picture) {
  const dialog = document.createElement('dialog');
  dialog.className = 'enlarged';
  dialog.setAttribute('aria-label', picture.alt);
  const copy = picture.cloneNode();
  copy.removeAttribute('id');
  dialog.append(
    buttonNamed('Close', () => dialog.close()),
    copy,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function buttonNamed(name, onPress) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', onPress);
  return button;
}
