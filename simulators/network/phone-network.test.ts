import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NoConnection } from '../errors.ts';
import { Answer } from './answer.ts';
import { PhoneNetwork } from './phone-network.ts';

const ADDRESS = 'http://127.0.0.1/phone/v1/continue';

function networkOfServer() {
  const asked: string[] = [];
  const network = new PhoneNetwork(async (url) => {
    asked.push(url);
    return new Answer({ status: 200, url, fields: [], body: new Uint8Array() });
  });
  return { asked, network };
}

describe('the network of a phone', () => {
  for (const [state, status] of [
    ['failing', 500],
    ['busy', 429],
  ] as const) {
    test(`answers in place of the server when it is ${state}`, async () => {
      const { asked, network } = networkOfServer();
      network.state = state;
      const answer = await network.fetcher(ADDRESS, {});
      assert.equal(answer.status, status);
      assert.equal(answer.headers.has('retry-after'), status === 429);
      assert.deepEqual(asked, []);
    });
  }

  for (const state of ['offline', 'unreachable', 'silent'] as const) {
    test(`has no connection, without any waiting, when it is ${state}, and has one again later`, async () => {
      const { asked, network } = networkOfServer();
      network.state = state;
      await assert.rejects(network.fetcher(ADDRESS, {}), NoConnection);
      assert.deepEqual(asked, []);
      network.state = 'online';
      assert.equal((await network.fetcher(ADDRESS, {})).status, 200);
    });
  }
});
