import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import schema from '../target.schema.json' with { type: 'json' };

const fits = new Ajv({ allowUnionTypes: true }).compile(schema.properties.adapter);
const WHOLE = { command: ['python3', 'adapter.py'], cwd: 'app', env: { APP_BUILD: 'debug' }, timeoutSeconds: 5 };

test('the part of a target file about an adapter: a command is enough, and every field is known', () => {
  assert.ok(fits(WHOLE));
  assert.ok(fits({ command: ['./adapter'] }));
});

test('what is misspelt, empty, of another kind, or longer than a step may take is refused', () => {
  const wrong = [
    {},
    { ...WHOLE, command: [] },
    { ...WHOLE, command: 'python3 adapter.py' },
    { ...WHOLE, timeout: 5 },
    { ...WHOLE, timeoutSeconds: 0 },
    { ...WHOLE, timeoutSeconds: 120 },
    { ...WHOLE, env: { PORT: 8080 } },
  ];
  for (const written of wrong) assert.equal(fits(written), false, JSON.stringify(written));
});
