import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormAround } from '../../simulators/web-user/page.ts';
import { crossbreeds, strangersOf, turned } from './forms.ts';

const formOf = (action: string, fields: Record<string, string>): FormAround => ({
  action,
  method: 'post',
  fields: Object.entries(fields),
  fieldName: 'code',
});
const OWN = formOf('/r/1', { token: 'aaa', id: '10', kind: 'totp', code: '111111' });
const OTHER = formOf('/r/2', { token: 'bbb', id: '20', kind: 'totp', code: '222222' });

/** What stands for what tells registrations apart: the address, the token, the id. */
const partsOf = ({ action, fields }: FormAround) => [action, fields[0]?.[1], fields[1]?.[1]].join(' ');

describe('forms crossed with those of another', () => {
  it('have every combination of the parts that differ, but for one’s own form', () => {
    assert.deepEqual(crossbreeds(OWN, OTHER).map(partsOf).sort(), [
      '/r/1 aaa 20',
      '/r/1 bbb 10',
      '/r/1 bbb 20',
      '/r/2 aaa 10',
      '/r/2 aaa 20',
      '/r/2 bbb 10',
      '/r/2 bbb 20',
    ]);
  });

  it('keep one’s own code, and what is the same in both', () => {
    for (const { fields, method } of crossbreeds(OWN, OTHER)) {
      assert.deepEqual(fields.slice(2), [
        ['kind', 'totp'],
        ['code', '111111'],
      ]);
      assert.equal(method, 'post');
    }
  });

  it('are none where nothing tells two registrations apart', () => {
    assert.deepEqual(crossbreeds(OWN, { ...OWN, fields: [...OWN.fields] }), []);
    const empty = formOf('/r', { id: '', code: '' });
    assert.deepEqual(crossbreeds(empty, formOf('/r', { id: '20', code: '2' })), []);
  });

  it('are seven at most, so that trying them is not guessing', () => {
    const many = (value: string) => formOf('/r', { a: value, b: value, c: value, d: value, e: value, code: '' });
    assert.equal(crossbreeds(many('1'), many('2')).length, 7);
  });
});

describe('forms of no registration', () => {
  it('differ from one’s own in one part each, which is nobody’s', () => {
    assert.deepEqual(strangersOf(OWN, OTHER).map(partsOf), ['/s/2 aaa 10', '/r/1 bbb 10', '/r/1 aaa 21']);
  });

  it('have ids of the same length and the same signs', () => {
    assert.equal(turned('a-9zZ'), 'b-0zZ');
    assert.equal(turned('0123456789abcdef'), '0123456790bcdefg');
    assert.equal(turned(''), '');
  });
});
