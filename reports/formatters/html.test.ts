import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { html } from './html.ts';
import { richSample, sampleVerdict } from './sample.fixture.ts';

const { verdict: rich, pictures: richPictures } = richSample();
const richHtml = html(rich, richPictures);
const richPage = parsed(richHtml);
const samplePage = parsed(html(sampleVerdict(), []));

function parsed(text: string): Document {
  return parseHTML(text).document as unknown as Document;
}

function wordsOf(element: Element | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

function textOf(selector: string, page: Document = richPage): string {
  return wordsOf(page.querySelector(selector));
}

function textsOf(selector: string, page: Document = richPage): string[] {
  return [...page.querySelectorAll(selector)].map(wordsOf);
}

/** The section whose heading has this id. */
function sectionText(headingId: string): string {
  return wordsOf(richPage.getElementById(headingId)?.parentElement);
}

describe('the HTML report', () => {
  it('says the verdict first: outcome, reason, sum, and how to get it again', () => {
    assert.equal(textOf('h1', samplePage), 'non-conformant');
    assert.equal(textOf('.reason', samplePage), '1 of 4 requirements failed (LOG-01)');
    assert.deepEqual(textsOf('.counts li', samplePage), [
      '1 ✓ passed',
      '1 ✕ failed',
      '1 ! warned',
      '1 – not run',
      '1 ○ not claimed',
    ]);
    const head = textOf('header');
    for (const part of [
      'https://portal.example',
      'browser',
      'documented-flow 1, hardened 2',
      'reached 9 of 11, 5 hold',
      '9.5 s',
      'enforcementEpochMs 2024-03-05 00:00:00 UTC',
      'throttleReleaseSeconds 15 minutes',
      'emailsCodes no',
      'npm run paircheck -- run --portal-url https://portal.example --seed 7',
    ]) {
      assert.ok(head.includes(part), `${part} in ${head}`);
    }
  });

  it('has a row and details for every requirement, each at its own address', () => {
    const rows = [...samplePage.querySelectorAll('.matrix tbody tr')];
    assert.deepEqual(
      rows.map((row) => [
        row.querySelector('a')?.getAttribute('href'),
        row.getAttribute('data-status'),
        wordsOf(row.querySelector('.sum')),
      ]),
      [
        ['#LOG-01', 'failed', '1 of 1'],
        ['#POP-01', 'passed', '1 of 1'],
        ['#OTP-01', 'not-run', '0 of 1'],
        ['#OTP-02', 'warned', '1 of 1'],
        ['#ABU-01', 'not-claimed', '0 of 0'],
      ],
    );
    const details = [...richPage.querySelectorAll('article.requirement')];
    assert.deepEqual(
      details.map(({ id }) => id),
      rich.requirements.map(({ id }) => id),
    );
    const logIn = textOf('#LOG-01');
    for (const part of ['MUST: has to hold', 'portal', 'Whoever watches', 'used up as well', 'S3', 'documented-flow'])
      assert.ok(logIn.includes(part), part);
  });

  it('marks where what was seen begins to differ from what was expected', () => {
    assert.equal(
      textOf('.finding .expected dd'),
      'account: refused, conversations: ▸ differs from here: refused, and the page says <b>wrong code</b>',
    );
    assert.match(textOf('.finding .seen dd'), /^account: refused, conversations: ▸ differs from here: shown, and/);
  });

  it('tells what was measured besides, at its moment, as information', () => {
    const told = [...richPage.querySelectorAll('.finding .time-line > li')].map((moment) => {
      return wordsOf(moment.querySelector('.note')).split('<')[0];
    });
    assert.deepEqual(told.slice(0, 3), ['', 'For information: measured ', '']);
  });

  it('tells a failure on the controlled clock, the failing moment marked, with both pictures', () => {
    const [finding] = richPage.querySelectorAll('.finding');
    const moments = [...(finding?.querySelectorAll('.time-line > li') ?? [])];
    assert.deepEqual(
      moments.map((moment) => [wordsOf(moment.querySelector('.clock')), moment.getAttribute('data-holds')]),
      [
        ['2026-01-15 12:00:00 UTC', 'true'],
        ['2026-01-15 12:00:30 UTC 30 s later', 'true'],
        ['2026-01-15 12:01:00 UTC 30 s later', 'false'],
      ],
    );
    assert.deepEqual(
      moments.map((moment) => moment.hasAttribute('data-break')),
      [false, false, true],
    );
    assert.deepEqual(
      [...(moments[2]?.querySelectorAll('figure img') ?? [])].map((picture) => picture.getAttribute('alt')),
      [
        'The web side, at “Then the app shows the user none of the account”',
        'The phone side, at “Then the app shows the user none of the account”',
      ],
    );
    const words = wordsOf(finding);
    for (const part of [
      'Users provide two different',
      '--only LOG-01',
      'phone POST /phone/v1/sessions 201',
      'flow.feature',
    ])
      assert.ok(words.includes(part), part);
  });

  it('says when the clock went back', () => {
    assert.match(textOf('#OTP-02'), /2026-01-13 10:00:00 UTC 2 days 2 hours earlier/);
  });

  it('tells a scenario of several requirements once, and links it from the others', () => {
    assert.equal(textsOf('.finding h3').filter((title) => title.includes('A used code')).length, 1);
    assert.equal(
      textOf('.claims')
        .match(/LOG-0\d MUST/g)
        ?.join(', '),
      'LOG-01 MUST, LOG-02 MUST',
    );
    const link = richPage.querySelector('#FLW-02 .scenario a');
    assert.equal(link?.getAttribute('href'), '#POP-01');
  });

  it('embeds each picture once, and refers to it wherever it is shown again', () => {
    const pictures = [...richPage.querySelectorAll('figure img')].map((picture) => picture.getAttribute('src'));
    assert.equal(pictures.length, 6);
    assert.equal(new Set(pictures).size, 6);
    assert.equal(richHtml.split('data:image/').length - 1, 6);
    const again = [...richPage.querySelectorAll('#POP-01 figure a')].map((link) => link.getAttribute('href'));
    assert.deepEqual(again, ['#picture-1', '#picture-2']);
  });

  it('has a list of its own for each kind of shortfall, with why', () => {
    assert.match(sectionText('failures'), /LOG-01.*LOG-02/);
    assert.match(sectionText('known-failures'), /the pop-up says "Done" until May/);
    assert.match(sectionText('stale'), /POP-01/);
    assert.match(sectionText('warnings'), /POP-02/);
    assert.match(sectionText('for-information'), /OTP-03/);
    assert.match(sectionText('flaky'), /held only on attempt 2.*OTP-02/);
    assert.match(sectionText('not-claimed'), /declared absent: no lockout.*ABU-01/);
    assert.match(sectionText('harness'), /the pages could not be read/);
    const lack = [...richPage.querySelectorAll('.shortfalls tr')].find((row) => wordsOf(row).includes('OTP-01'));
    assert.deepEqual([...(lack?.children ?? [])].map(wordsOf), [
      '– needs clock control',
      'say "clock: http" in the target file',
      'OTP-01',
    ]);
  });

  it('leads from each sentence of the document to its requirements, and back', () => {
    const rows = [...richPage.querySelectorAll('.traces tr[id]')];
    assert.deepEqual(
      rows.map((row) => [row.id, [...row.querySelectorAll('li')].map(wordsOf).join(', ')]),
      [
        ['S3', 'LOG-01 ✕ failed, LOG-02 ✕ failed, FLW-03 – not run'],
        ['S10', 'POP-01 ✓ passed, POP-02 ! warned'],
        ['S21', 'FLW-01 ◆ known failure, FLW-02 ✓ passed, FLW-03 – not run'],
      ],
    );
    assert.ok(richPage.querySelector('#LOG-01 a[href="#S3"]'), 'the way back');
    assert.match(textsOf('.traces')[1] ?? '', /RFC-6238\s*OTP-01 – not run OTP-02 ~ flaky/);
  });

  it('has a page for each profile, in words, without exchanges and without what a test said', () => {
    const [flow, hardened] = textsOf('.profile-page');
    assert.match(flow ?? '', /10 promises: 5 do not hold · 3 were not shown · 2 hold/);
    assert.match(flow ?? '', /LOG-01 What LOG-01 asks for holds <em>always<\/em>\. Why it matters: Whoever watches/);
    assert.match(flow ?? '', /It could not be looked at: it needs clock control\./);
    assert.match(flow ?? '', /This is known: the pop-up says "Done" until May/);
    assert.match(hardened ?? '', /There is no test of it yet\./);
    for (const page of [flow, hardened]) assert.doesNotMatch(page ?? '', /POST|expected|the page offers/);
  });

  it('gives no life to what the implementation said', () => {
    const scripts = [...richPage.querySelectorAll('script')];
    assert.equal(scripts.length, 1);
    assert.doesNotMatch(scripts[0]?.textContent ?? '', /alert/);
    for (const selector of ['img[src=x]', 'em', 'main b', '[onerror]', 'iframe'])
      assert.equal(richPage.querySelectorAll(selector).length, 0, selector);
    assert.match(textOf('.seen dd'), /<script>alert\(1\)<\/script><img src=x onerror=alert\(1\)>/);
  });

  it('has no template that lets a value through as it is', () => {
    const folder = new URL('./html/', import.meta.url);
    const templates = readdirSync(folder).filter((name) => name.endsWith('.eta'));
    assert.ok(templates.length > 10);
    for (const name of templates) {
      const raw = readFileSync(new URL(name, folder), 'utf8').match(/<%~(?! include\(| it\.style %| it\.script %).*/g);
      assert.deepEqual(raw, null, name);
    }
  });

  it('needs nothing from elsewhere, and lets nothing but its own script run', () => {
    for (const element of richPage.querySelectorAll('[src], [href]')) {
      const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      assert.match(address, /^(?:data:|#)/);
    }
    const policy = richPage.querySelector('[http-equiv]')?.getAttribute('content') ?? '';
    assert.match(policy, /default-src 'none'.*script-src 'sha256-[\w+/=]+';/);
    assert.doesNotMatch(richHtml, /@import|url\(/);
  });

  it('has a target for each of its links, and each address once', () => {
    for (const page of [richPage, samplePage]) {
      for (const link of page.querySelectorAll('a[href]')) {
        const id = link.getAttribute('href')?.slice(1) ?? '';
        assert.ok(page.getElementById(id), id);
      }
      const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
    }
  });
});
