import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AppOnDevice, type DeviceNode, sourceOf } from './device-app.fixture.ts';

/** A WebDriver server that answers as Appium does for Android, with one device on which one app is. */
export interface FakeAppium {
  url: string;
  /** Every request so far, as `METHOD /path`, sessions and elements without their ids. */
  asked: string[];
  /** What was asked for when the last session was opened. */
  capabilities: Record<string, unknown>;
  /** Commands that were executed, with what they were given. */
  executed: [script: string, given: Record<string, unknown>][];
  openSessions: number;
  /** Settles when the first session is opened. */
  opened: Promise<void>;
  /** As if its device had gone away. */
  endSession(): void;
  close(): Promise<void>;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Capabilities as the driver grants them: those of Appium without their prefix. */
const GRANTED = { platformName: 'Android', automationName: 'UiAutomator2', appPackage: 'org.example.chatter' };
const KNOWN = ['activateApp', 'terminateApp', 'clearApp', 'backgroundApp', 'injectEmulatorCameraImage'];

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @param refuses a capability that it does not have */
export async function startAppium(app: AppOnDevice, refuses?: string): Promise<FakeAppium> {
  let session: string | undefined;
  const found: DeviceNode[] = [];
  const fake = { asked: [] as string[], executed: [] as FakeAppium['executed'], capabilities: {}, openSessions: 0 };

  const { promise: opened, resolve: tellOpened } = Promise.withResolvers<void>();
  const open = (body: { capabilities: { alwaysMatch: Record<string, unknown> } }) => {
    fake.capabilities = body.capabilities.alwaysMatch;
    if (refuses !== undefined && refuses in fake.capabilities)
      throw new Refusal(
        500,
        'session not created',
        `The desired capability ${refuses} cannot be had: ${JSON.stringify(fake.capabilities)}`,
      );
    session = `s${fake.asked.length}`;
    fake.openSessions += 1;
    tellOpened();
    app.start();
    return { sessionId: session, capabilities: { ...fake.capabilities, ...GRANTED } };
  };
  const find = ({ using, value }: { using: string; value: string }) => {
    const nodes = app.nodes();
    const [, wanted] = /@text="([^"]*)"/.exec(value) ?? [];
    const [, kind, nth] = /^\(\/\/([\w.]+)\)\[(\d+)\]$/.exec(value) ?? [];
    const node =
      using === 'accessibility id'
        ? nodes.find(({ description }) => description === value)
        : (nodes.find(({ text }) => text !== '' && text === wanted) ??
          nodes.filter((one) => one.kind === kind)[Number(nth) - 1]);
    if (!node) throw new Refusal(404, 'no such element', 'An element could not be located on the page');
    return { [ELEMENT]: String(found.push(node) - 1) };
  };
  const execute = async ({ script, args: [given = {}] }: { script: string; args: Record<string, unknown>[] }) => {
    if (!KNOWN.includes(script.replace('mobile: ', '')))
      throw new Refusal(404, 'unknown method', `Unknown mobile command "${script}"`);
    fake.executed.push([script, given]);
    if (script === 'mobile: terminateApp') app.start();
    if (script === 'mobile: clearApp') app.clear();
    if (script === 'mobile: injectEmulatorCameraImage') await app.film(String(given.payload));
    return null;
  };

  // biome-ignore lint/suspicious/noExplicitAny: each command has a body of its own shape
  const commands: Record<string, (body: any, element: DeviceNode) => unknown> = {
    'GET /status': () => ({ ready: refuses !== 'ready', message: 'The server is ready to accept new connections' }),
    'POST /session': open,
    'DELETE /session/:id': () => {
      session = undefined;
      fake.openSessions -= 1;
      return null;
    },
    'GET /session/:id/source': () => sourceOf(app.nodes()),
    'POST /session/:id/element': find,
    'POST /session/:id/element/:element/click': (_, node) => app.tap(node),
    'POST /session/:id/element/:element/clear': (_, node) => app.type(node, ''),
    'POST /session/:id/element/:element/value': ({ text }, node) => app.type(node, text),
    'POST /session/:id/execute/sync': execute,
    'POST /session/:id/back': () => null,
    'POST /session/:id/orientation': () => null,
  };

  const answer = async (request: IncomingMessage) => {
    const [, id, element] = /^\/session\/([^/]+)(?:\/element\/([^/]+)\/)?/.exec(request.url ?? '') ?? [];
    const path = (request.url ?? '')
      .replace(/^\/session\/[^/]+/, '/session/:id')
      .replace(/element\/[^/]+\//, 'element/:element/');
    fake.asked.push(`${request.method} ${path}`);
    const command = commands[`${request.method} ${path}`];
    if (!command) throw new Refusal(404, 'unknown command', 'The requested resource could not be found');
    if (id !== undefined && id !== session)
      throw new Refusal(404, 'invalid session id', 'A session is either terminated or not started');
    const body = await bodyOf(request);
    return (await command(body, found[Number(element)] as DeviceNode)) ?? null;
  };

  const server = createServer((request, response) => {
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ value }));
    answer(request).then(
      (value) => send(200, value),
      (error: unknown) => {
        const { status, code, message } =
          error instanceof Refusal ? error : new Refusal(500, 'unknown error', String(error));
        send(status, { error: code, message, stacktrace: `${code}: ${message}\n    at AppiumDriver` });
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(fake, {
    opened,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    endSession: () => {
      session = undefined;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}
