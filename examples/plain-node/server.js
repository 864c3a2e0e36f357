import { createServer } from 'node:http';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { answer } from './answer.js';
import { newWorld } from './sessions.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    users: { type: 'string', default: '2' },
    'while-input': { type: 'boolean', default: false },
  },
});

/** user-1, user-2 and so on. */
const usernames = Array.from({ length: Number(values.users) }, (_, index) => `user-${index + 1}`);
const passwords = new Map(usernames.map((username) => [username, `password of ${username}`]));
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
