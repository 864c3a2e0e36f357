import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCatalogue } from '../catalogue.ts';
import { formatRequirement } from './requirement-text.ts';
import { TEXT_WIDTH } from './wrap.ts';

const catalogue = await loadCatalogue(new URL('../../features/requirements/', import.meta.url));
const scenario = { name: 'A blank device name is refused', uri: 'features/naming.feature', line: 12 };

describe('a requirement explained', () => {
  it('begins with its id, level, role, chapter and statement', () => {
    const text = formatRequirement(catalogue, 'NAV-05', []);
    assert.match(
      text,
      /^NAV-05 {2}MUST {2}portal {2}\(The way to the registration form, and the device name\)\n\n {2}An empty/,
    );
  });

  it('quotes the document and names every source', () => {
    const text = formatRequirement(catalogue, 'OTP-17', []);
    assert.match(text, /\nThe document says\n {2}S5 {3}“This additional layer of security/);
    assert.match(text, /\nIt rests on\n {2}S5\n {2}RFC 6238 section 3\n {2}WSTG-ATHN-11\n/);
  });

  it('says why, how, what it needs and in which profiles it is', () => {
    const text = formatRequirement(catalogue, 'LOG-01', []);
    for (const title of ['Why', 'How it is looked at', 'Reading', 'Profiles'])
      assert.match(text, new RegExp(`\n${title}\n`));
    assert.match(text, /\nNeeds\n {2}clock, handshake, accounts\n/);
    assert.match(text, /\n {2}documented-flow \(version 1\)\n/);
  });

  it('leaves out what there is not', () => {
    const text = formatRequirement(catalogue, 'ABU-16', []);
    assert.doesNotMatch(text, /The document says|Reading/);
    assert.match(text, /\nNeeds\n {2}nothing but plain requests\n/);
    assert.match(text, /\nScenarios\n {2}none yet\n/);
  });

  it('lists its scenarios and ends with the line that runs it alone', () => {
    const text = formatRequirement(catalogue, 'NAV-05', [scenario]);
    assert.match(text, /\nScenarios\n {2}A blank device name is refused\n {4}features\/naming\.feature:12\n/);
    assert.match(text, /\nRun it alone\n {2}npm run paircheck -- run --only NAV-05\n$/);
  });

  it('is never wider than the page', () => {
    for (const { id } of catalogue.requirements) {
      for (const line of formatRequirement(catalogue, id, []).split('\n')) assert.ok(line.length <= TEXT_WIDTH, line);
    }
  });

  it('refuses an id that is not there', () => {
    assert.throws(() => formatRequirement(catalogue, 'NAV-5', []), /Did you mean "NAV-05"\?/);
  });
});
