import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leaksIn } from './leaks.fixture.ts';

const KEY = 'JBSWY3DPEHPK3PXP';

async function isFound(secret: string, text: string): Promise<boolean> {
  const leaks = await leaksIn(new Map([['a file', Buffer.from(text)]]), [secret]);
  return leaks.length > 0;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('the search for secrets', () => {
  it('finds a key however it is written', async () => {
    const writings = ['jbsw y3dp-ehpk\n3pxp', 'JBSW</b><b>Y3DPEHPK3PXP', base64(base64(`the key is ${KEY}`))];
    for (const writing of writings) assert.ok(await isFound(KEY, `<b>${writing}</b>`), writing);
  });

  it('finds a password in every escaping, and in one within another', async () => {
    const password = `a&b<"c"'%d`;
    const writings = ['a&amp;b&lt;&quot;c&quot;&#39;%d', encodeURIComponent(password), JSON.stringify(password)];
    for (const writing of [...writings, JSON.stringify(JSON.stringify(password))])
      assert.ok(await isFound(password, writing), writing);
  });

  it('finds a code that stands alone, and takes no other number for one', async () => {
    for (const text of ['code 360640.', 'code=360640', '360 640', base64('the code is 360640')])
      assert.ok(await isFound('360640', text), text);
    for (const text of ['viewBox="0 0 360 640"', '{"nanos":360640}', 'a360640b', '1360640', '3606401'])
      assert.equal(await isFound('360640', text), false, text);
  });
});
