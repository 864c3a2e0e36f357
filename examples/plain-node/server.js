import { createServer } from 'node:http';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { answer } from './answer.js';
import { newWorld } from './sessions.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    account: { type: 'string', multiple: true, default: ['ada:lovelace-1815', 'brin:north-sea-1891'] },
    'while-input': { type: 'boolean', default: false },
  },
});

const passwords = new Map(values.account.map((account) => splitAtColon(account)));
const world = newWorld(passwords, () => Date.now());
const server = createServer((request, response) => {
  answer(world, request, response).catch(() => response.destroyed || response.writeHead(500).end());
});

server.listen(Number(values.port), '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ portalUrl: `${origin}/`, appUrl: `${origin}/app` }));
});

if (values['while-input']) {
  process.stdin.resume().once('close', () => process.exit(0));
}

/** A password may have colons in it, a name may not. */
function splitAtColon(account) {
  const colon = account.indexOf(':');
  return [account.slice(0, colon), account.slice(colon + 1)];
}
