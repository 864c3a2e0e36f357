import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { html } from './html.ts';
import { sampleVerdict } from './sample.fixture.ts';

const PICTURES = [{ path: 'pictures/1-web.svg', mediaType: 'image/svg+xml' as const, base64: 'PHN2Zy8+' }];

function page(): Document {
  return parseHTML(html(sampleVerdict(), PICTURES)).document as unknown as Document;
}

function textOf(selector: string): string {
  return page().querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('the HTML report', () => {
  it('says the verdict and its reason first', () => {
    assert.equal(textOf('h1'), 'non-conformant');
    assert.equal(textOf('.reason'), '1 of 4 requirements failed (LOG-01)');
  });

  it('shows what was expected and seen, with pictures, the sentence and how to run it again', () => {
    const failure = textOf('.failure');
    for (const part of ['a refusal', 'two conversations', 'S3', 'on the controlled clock', '--only LOG-01']) {
      assert.ok(failure.includes(part), part);
    }
    assert.equal(page().querySelector('.failure img')?.getAttribute('src'), 'data:image/svg+xml;base64,PHN2Zy8+');
  });

  it('has a row for every requirement, with its status in words and its evidence', () => {
    const rows = [...page().querySelectorAll('.matrix tbody tr')];
    assert.deepEqual(
      rows.map((row) => [row.id, row.getAttribute('data-status'), row.querySelector('.sum')?.textContent]),
      [
        ['LOG-01', 'failed', '1 of 1'],
        ['POP-01', 'passed', '1 of 1'],
        ['OTP-01', 'not-run', '0 of 1'],
        ['OTP-02', 'warned', '1 of 1'],
        ['ABU-01', 'not-claimed', '0 of 0'],
      ],
    );
  });

  it('tells why something was not shown', () => {
    assert.match(textOf('.lacking tbody'), /clock control is missing.*OTP-01.*declared absent: no lockout/);
  });

  it('gives no life to what the implementation said', () => {
    assert.equal(page().querySelector('script'), null);
    assert.match(textOf('.seen'), /<script>alert\(1\)<\/script>/);
  });

  it('needs nothing from elsewhere', () => {
    const addresses = [...page().querySelectorAll('[src], [href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    for (const address of addresses) assert.match(address, /^(?:data:|#)/);
  });

  it('has a target for each of its links', () => {
    const document = page();
    for (const link of document.querySelectorAll('a[href]')) {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      assert.ok(document.getElementById(id), id);
    }
  });
});
