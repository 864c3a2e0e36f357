import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesIn, linksIn } from './addresses.ts';
import { parse } from './parse.ts';

const PAGE = 'http://portal.test/devices/new?step=2#here';

test('every address that a page names is told whole, wherever it stands', () => {
  const page = parse(`<a href="next?a=1#b">x</a><img src="/a.png"><form action="../sent"></form>
    <link href="//styles.test/s.css"><object data="o.svg"></object><video poster="p.png"></video>
    <a href="mailto:help@portal.test">y</a>`);
  assert.deepEqual(addressesIn(page, PAGE).sort(), [
    'http://portal.test/a.png',
    'http://portal.test/devices/next?a=1#b',
    'http://portal.test/devices/o.svg',
    'http://portal.test/devices/p.png',
    'http://portal.test/sent',
    'http://styles.test/s.css',
    'mailto:help@portal.test',
  ]);
});

test('pictures that stand in the page itself, and addresses that are none, are not told', () => {
  const page = parse('<img src="data:image/png;base64,AAAA"><a href="http://[">x</a><a>y</a>');
  assert.deepEqual(addressesIn(page, PAGE), []);
  assert.deepEqual(linksIn(page, PAGE), []);
});

test('links are those to pages of the same site, each once, with their query and without their place', () => {
  const page = parse(`<a href="/a?b=1#one">x</a><a href="/a?b=1#two">y</a><a href="c">z</a>
    <a href="http://other.test/a">o</a><a href="https://portal.test/a">s</a><img src="/d.png">`);
  assert.deepEqual(linksIn(page, PAGE), ['http://portal.test/a?b=1', 'http://portal.test/devices/c']);
});
