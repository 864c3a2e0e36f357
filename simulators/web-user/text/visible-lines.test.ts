import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { visibleLines } from './visible-lines.ts';

const linesOf = (body: string) => visibleLines(parseHTML(`<html><body>${body}</body></html>`).document);

test('what flows within a line stays together, and blocks and breaks part lines', () => {
  assert.deepEqual(linesOf('<p>Your <b>key</b>:<br><code>GEZD<wbr>GNBV</code></p><div>a</div>b'), [
    'Your key:',
    'GEZDGNBV',
    'a',
    'b',
  ]);
});

test('scripts, styles, templates and what is hidden are not read', () => {
  const unseen = ['<script>s</script>', '<style>t</style>', '<template>u</template>', '<p style="display: none">v</p>'];
  assert.deepEqual(linesOf(`${unseen.join('')}<!-- w --><div hidden><p>x</p></div><p>seen</p>`), ['seen']);
});

test('of fields the values are read, but neither passwords nor hidden ones', () => {
  assert.deepEqual(
    linesOf(
      '<input value="text"><input type="password" value="p"><input type="hidden" value="h"><textarea>more</textarea>',
    ),
    ['text', 'more'],
  );
});
