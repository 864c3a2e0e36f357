import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import which from 'which';

/** A WebDriver server of this machine, Chromium's own, that lives as long as the test file. */
export interface Chromedriver {
  url: string;
  /** What a browser of it is asked for. */
  capabilities: Record<string, unknown>;
  /** Ends it at once, as if it had died. */
  kill(): Promise<void>;
}

/** Where chromedriver is on this machine; `undefined` where there is none. */
export async function findChromedriver(): Promise<string | undefined> {
  return (await which('chromedriver', { nothrow: true })) ?? undefined;
}

/** Starts it on a free port. */
export async function startChromedriver(path: string): Promise<Chromedriver> {
  const server = spawn(path, ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const ended = once(server, 'exit');
  let port: string | undefined;
  for await (const line of createInterface(server.stdout)) {
    port = /started successfully on port (\d+)/.exec(line)?.[1];
    if (port !== undefined) break;
  }
  const kill = async () => {
    // Its browsers would live on without it: they are of its group.
    if (server.exitCode === null && server.signalCode === null) process.kill(-(server.pid ?? 0), 'SIGKILL');
    await ended;
    server.stdout.destroy();
  };
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return {
    url: `http://127.0.0.1:${port}`,
    capabilities: { browserName: 'chrome', 'goog:chromeOptions': { args } },
    kill,
  };
}
