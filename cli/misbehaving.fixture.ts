/**
 * A small server with one defect: `node misbehaving.fixture.ts DEFECT [PORTAL CONTROL]`. It prints its address as a target
 * does, as that of the test controls where a portal is named, and ends with its input. It is a stranger: nothing of ours is imported.
 */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server } from 'node:net';

const [, , defect = '', portal = '', control = ''] = process.argv;

const PAGES: Record<string, RequestListener> = {
  'says hello': (_, response) => response.end('<h1>Hello</h1>'),
  'never answers': () => undefined,
  'answers with errors': (_, response) => response.writeHead(500).end('<h1>Internal Server Error</h1>'),
  'leads in circles': (_, response) => response.writeHead(302, { location: '/' }).end(),
  'ends at the first request': () => process.exit(7),
  // Test controls that say yes to everything: what is asked of them is asked of nobody, but for accounts.
  'sets no clock': ({ url }, response) => {
    if (url === '/accounts') void makeAccount().then((account) => response.end(account));
    else response.end('{"capabilities":[]}');
  },
  'answers no account': (_, response) => response.end('{"capabilities":[]}'),
};

async function makeAccount(): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(new URL('/accounts', control), { method: 'POST', headers, body: '{}' })).text();
}

function serverOf(): Server {
  const page = PAGES[defect];
  if (page) return createServer(page);
  // What speaks another protocol.
  return createSocketServer((socket) => socket.on('error', () => undefined).end('220 mail.example ready\r\n'));
}

const server = serverOf();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  const said = portal === '' ? { portalUrl: address } : { portalUrl: portal, controlUrl: address };
  process.stdout.write(`${JSON.stringify(said)}\n`);
});
process.stdin.resume().on('end', () => process.exit());
