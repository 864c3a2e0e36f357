import { seeSymbols } from '../../simulators/camera/eye.ts';

/** One view on the screen of the device. */
export interface DeviceNode {
  kind: string;
  text: string;
  description: string;
  attributes: string;
}

/** A native app that knows nothing of us, on a device. */
export interface AppOnDevice {
  nodes(): DeviceNode[];
  start(): void;
  clear(): void;
  tap(node: DeviceNode): void;
  type(node: DeviceNode, text: string): void;
  /** @param png what is before the camera, in base64 */
  film(png: string): Promise<void>;
}

const text = (words: string, attributes = ''): DeviceNode => ({
  kind: 'android.widget.TextView',
  text: words,
  description: '',
  attributes,
});
const button = (words: string): DeviceNode => ({
  kind: 'android.widget.Button',
  text: words,
  description: '',
  attributes: 'clickable="true"',
});
/** As apps write them that draw by themselves: what it says is its description. */
const drawn = (words: string): DeviceNode => ({
  kind: 'android.view.View',
  text: '',
  description: words,
  attributes: 'clickable="true"',
});
const field = (value: string, attributes = ''): DeviceNode => ({
  kind: 'android.widget.EditText',
  text: value,
  description: '',
  attributes,
});
const heading = (words: string): DeviceNode => text(words, 'heading="true"');

type Place = 'in' | 'verify' | 'scan' | 'hand' | 'code' | 'done' | 'home';

/** The flow of the document in a native app: it asks whom it knows to verify the device, and takes a key. */
export function deviceApp(): AppOnDevice {
  const typed = new Map<string, string>();
  let place: Place = 'in';
  let key: string | undefined;
  const value = (label: string) => typed.get(label) ?? '';
  const screens: Record<Place, () => DeviceNode[]> = {
    in: () => [
      heading('Welcome'),
      text('User name'),
      field(value('User name')),
      text('Password'),
      field(value('Password'), 'password="true"'),
      button('Log in'),
    ],
    verify: () => [
      heading('Verify device'),
      text('Scan the code from the web page.'),
      button('Cancel'),
      drawn('Scan QR'),
    ],
    scan: () => [
      heading('Scan'),
      { kind: 'android.view.TextureView', text: '', description: '', attributes: '' },
      button('Enter it by hand'),
    ],
    hand: () => [
      text('Device name'),
      field(value('Device name')),
      text('Secret key'),
      field(value('Secret key')),
      button('Cancel'),
      button('Add device'),
    ],
    code: () => [heading('Almost there'), text('Chatter: ana'), text('490 452'), button('Continue')],
    done: () => [heading('Device registered'), button('OK')],
    home: () => [heading('Inbox'), text('Ben: are you there?'), button('Log out')],
  };
  const labelOf = (node: DeviceNode) => {
    const nodes = screens[place]();
    const at = nodes.findIndex(
      (one) => one.kind === node.kind && one.text === node.text && one.attributes === node.attributes,
    );
    return nodes[at - 1]?.text ?? '';
  };
  const leads: Record<string, () => Place> = {
    'Log in': () => (value('Password') === 'a password' ? 'verify' : 'in'),
    Cancel: () => 'in',
    'Scan QR': () => 'scan',
    'Enter it by hand': () => 'hand',
    'Add device': () => {
      key = value('Secret key');
      return 'code';
    },
    Continue: () => 'done',
    OK: () => 'home',
    'Log out': () => 'in',
  };
  return {
    nodes: () => screens[place](),
    start: () => {
      typed.clear();
      place = key === undefined ? 'in' : place;
    },
    clear: () => {
      key = undefined;
      place = 'in';
    },
    tap: ({ text: words, description }) => {
      place = leads[words || description]?.() ?? place;
    },
    type: (node, words) => void typed.set(labelOf(node), words),
    film: async (png) => {
      const [symbol] = await seeSymbols(Buffer.from(png, 'base64'));
      if (place !== 'scan' || !symbol) return;
      key = new URL(symbol.text.replace('otpauth:', 'https:')).searchParams.get('secret') ?? undefined;
      place = 'code';
    },
  };
}

/** As UiAutomator2 writes it. */
export function sourceOf(nodes: readonly DeviceNode[]): string {
  const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const views = nodes.map(
    ({ kind, text: words, description, attributes }, index) =>
      `<${kind} index="${index}" package="org.example.chatter" class="${kind}" text="${escaped(words)}" content-desc="${escaped(description)}" enabled="true" displayed="true" bounds="[0,${index * 90}][1080,${index * 90 + 80}]" ${attributes} />`,
  );
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<hierarchy index="0" class="hierarchy" rotation="0" width="1080" height="2160">
<android.widget.FrameLayout index="0" package="org.example.chatter" class="android.widget.FrameLayout" text="" enabled="true" displayed="true" bounds="[0,0][1080,2160]">
${views.join('\n')}
</android.widget.FrameLayout>
</hierarchy>`;
}
