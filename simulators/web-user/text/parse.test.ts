import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newJar, parse } from './parse.ts';

const textOf = (html: string) => parse(html).body.textContent?.trim();

test('a page without the tags of html and body is read as browsers read it', () => {
  for (const html of [
    '<p>Hello</p>',
    '<!doctype html><p>Hello</p>',
    '<!DOCTYPE html>\n<html lang="en">\n<p>Hello</p></html>',
    '<!doctype html><html><head><title>t</title></head><body class="b"><p>Hello</p></body></html>',
  ]) {
    assert.equal(textOf(html)?.replace(/^t/, '').trim(), 'Hello', html);
    assert.equal(parse(html).querySelector('p')?.closest('body')?.tagName, 'BODY', html);
  }
});

test('what a page says of bodies is no body', () => {
  assert.equal(textOf('<p>&lt;body&gt; is left out</p>'), '<body> is left out');
  assert.equal(parse('').body.textContent, '');
});

test('cookies that are marked Secure are kept on loopback and nowhere else without TLS', async () => {
  const jar = newJar();
  await jar.setCookie('sid=s1; Secure; Path=/', 'http://127.0.0.1:8080/');
  assert.equal(await jar.getCookieString('http://127.0.0.1:8080/'), 'sid=s1');
  await jar.setCookie('sid=s1; Secure; Path=/', 'https://portal.test/');
  assert.equal(await jar.getCookieString('http://portal.test/'), '');
  assert.equal(await jar.getCookieString('https://portal.test/'), 'sid=s1');
});
