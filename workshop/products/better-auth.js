import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
// biome-ignore-start lint/correctness/noUndeclaredDependencies: it is installed where this file is copied to
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { twoFactor } from 'better-auth/plugins';

// biome-ignore-end lint/correctness/noUndeclaredDependencies: it is installed where this file is copied to

// The library with the plug-in that is judged and no settings of its own, on the port that the target file names.
const port = Number(process.env.PORT);
const auth = betterAuth({
  appName: 'Example',
  baseURL: `http://127.0.0.1:${port}`,
  database: new DatabaseSync(':memory:'),
  emailAndPassword: { enabled: true },
  plugins: [twoFactor()],
  rateLimit: { enabled: false },
  secret: 'a secret for nothing but this trial',
  telemetry: { enabled: false },
});
await (await getMigrations(auth.options)).runMigrations();
createServer(toNodeHandler(auth)).listen(port, '127.0.0.1');
