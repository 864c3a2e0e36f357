import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue } from '../reports/catalogue.ts';
import targetSchema from '../targets/target.schema.json' with { type: 'json' };
import { flagsOf, type RunFlags, selectionOf } from './run-options.ts';
import { catalogueFolder } from './surroundings.ts';
import type { TargetFile } from './target-file.ts';

const catalogue = await loadCatalogue(catalogueFolder);
const flags = (given: Partial<RunFlags>): RunFlags => ({ profile: [], only: [], account: [], out: '', ...given });

test('of a side those requirements are asked for that are its own, or take both', () => {
  const { narrowed, requirementIds, only } = selectionOf(catalogue, flags({ role: 'app' }));
  const roles = new Set(narrowed?.ids.map((id) => catalogue.requirement(id).role));
  assert.deepEqual([...roles].sort(), ['app', 'both']);
  assert.equal(narrowed?.by, '--role app');
  assert.deepEqual(only, []);
  const portal = selectionOf(catalogue, flags({ role: 'portal' })).narrowed?.ids ?? [];
  const both = requirementIds.filter((id) => catalogue.requirement(id).role === 'both');
  assert.deepEqual(new Set([...portal, ...(narrowed?.ids ?? [])]), new Set(requirementIds));
  assert.equal(portal.length + (narrowed?.ids.length ?? 0), requirementIds.length + both.length);
});

test('a pair is asked for everything', () => {
  assert.deepEqual(selectionOf(catalogue, flags({ role: 'pair' })), selectionOf(catalogue, flags({})));
});

test('ids that are none of the side are refused, and left out beside others', () => {
  const asked = (...only: string[]) => selectionOf(catalogue, flags({ role: 'app', only }));
  assert.throws(() => asked('OTP-13'), /wanted a requirement of --role app, --only names none/);
  assert.deepEqual(asked('OTP-13', 'POP-02').narrowed, { ids: ['POP-02'], by: '--only and --role app' });
});

test('what is needed to run something again holds the side and who signs in, and no password', () => {
  const run = flags({
    role: 'pair',
    username: 'ada',
    password: 'a-made-up-password',
    account: [{ username: 'grace', password: 'another-made-up-one' }],
  });
  assert.deepEqual(flagsOf(run), ['--role', 'pair', '--username', 'ada', '--account', 'grace:...']);
});

test('where there is no app, nobody tries what only an app can do, unless just that is asked for', () => {
  const tagsOf = (given: Partial<RunFlags>) => selectionOf(catalogue, flags({ app: 'authenticator', ...given })).tags;
  const roles = tagsOf({})
    .split(' or ')
    .map((tag) => catalogue.requirement(tag.slice(1)).role);
  assert.deepEqual([...new Set(roles)].sort(), ['both', 'portal']);
  assert.equal(tagsOf({ only: ['POP-01', 'OTP-13'] }), '@OTP-13');
  assert.equal(tagsOf({ only: ['POP-01'] }), '@POP-01');
});

test('the target file may say which profiles are asked for, and a product with a second factor of its own is asked for the standards', () => {
  const file = { name: 'Example', folder: '.', declares: {}, knownFailures: [], absent: [] };
  const asked = (more: Partial<TargetFile>, given: Partial<RunFlags> = {}) =>
    selectionOf(catalogue, { ...flags(given), targetFile: { ...file, ...more } }).profiles.map(({ id }) => id);
  assert.deepEqual(asked({}), ['documented-flow', 'otp-core']);
  assert.deepEqual(asked({ web: { screens: {} } }), ['otp-core']);
  assert.deepEqual(asked({ web: { screens: {} }, app: 'browser' }), ['documented-flow', 'otp-core']);
  assert.deepEqual(asked({ web: { screens: {} }, profiles: ['hardened'] }), ['hardened']);
  assert.deepEqual(asked({ profiles: ['hardened'] }, { profile: ['otp-core'] }), ['otp-core']);
});

test('a target file can name each profile that there is', () => {
  const named = targetSchema.properties.profiles.items.enum;
  assert.deepEqual([...named].sort(), catalogue.profiles.map(({ id }) => id).sort());
});
