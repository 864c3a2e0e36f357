import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { placeBeside } from './row-of.ts';

function placeIn(html: string, text: string): number {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return placeBeside(text, ...document.querySelectorAll('button'));
}

const ROWS =
  '<ul><li>work phone 2 <button>Remove</button></li><li><b>work\n phone</b> <button>Remove</button></li></ul>';

test('the control in the row of a text is the one, and a longer text that begins like it has its own', () => {
  assert.equal(placeIn(ROWS, 'work phone'), 1);
  assert.equal(placeIn(ROWS, 'work phone 2'), 0);
});

test('rows of a table and cards are rows as well', () => {
  const cells = (name: string) => `<tr><td>${name}</td><td><button>Remove</button></td></tr>`;
  assert.equal(placeIn(`<table>${cells('one')}${cells('two')}${cells('three')}</table>`, 'two'), 1);
  const card = (name: string) =>
    `<section><h2>${name}</h2><p>since today</p><div><button>Remove</button></div></section>`;
  assert.equal(placeIn(card('one') + card('two'), 'two'), 1);
});

test('without a text it is the one beside a field that is filled in, whatever else may be filled', () => {
  const head = '<header><input type="search" value=""><button>Sign in</button></header>';
  const form = (value: string, more = '') =>
    `<form><input type="hidden" value="token">${more}<input value="${value}"><button>Sign in</button></form>`;
  assert.equal(placeIn(head + form('ada'), ''), 1);
  assert.equal(placeIn(form('', '<input type="submit" value="Go">') + form('ada'), ''), 1);
  assert.equal(placeIn(head + form(''), ''), 0);
});

test('where none has the text to itself it is the first', () => {
  assert.equal(placeIn(ROWS, 'my phone'), 0);
  assert.equal(placeIn('<p>work phone</p><button>Remove</button><button>Remove</button>', 'work phone'), 0);
});
