import qrcode from 'qrcode';
import { withCss } from './browser-side.ts';
import type { ServerFault } from './server-fault.ts';

const PIXELS_PER_MODULE = 4;
const QUIET_ZONE_MODULES = 4;
const NO_GROUND = '.symbol { background: none; }';

export const fault: ServerFault = {
  id: 'F-046',
  title: 'A symbol without a ground of its own',
  behaviour:
    'The light modules of the QR code, and the margin around it, are transparent. In the dark theme the page shines ' +
    'through, and dark is on dark.',
  severity: 'medium',
  evidence:
    'shoelace-style/webawesome#1866; statamic/cms#14445; FusionAuth/fusionauth-issues#3169; contao/contao#6773; ' +
    'inventree/InvenTree#4998; Kovah/LinkAce#501',
  breaks: ['QRC-11', 'QRC-12'],
  needsBrowser: true,
  seams: () => ({ context: () => ({ drawSymbol: drawTransparently }), portal: () => withCss(NO_GROUND) }),
  async isActive(probe) {
    const { web, address } = await probe.started();
    const [, base64 = ''] = /src="data:image\/png;base64,([^"]*)"/.exec(await web.text(address)) ?? [];
    return hasTransparency(Buffer.from(base64, 'base64')) && (await web.text('/assets/style.css')).includes(NO_GROUND);
  },
};

/** In the colours of the light theme: its text, and nothing. */
async function drawTransparently(text: string): Promise<{ dataUri: string; sidePixels: number }> {
  const color = { dark: '#1b2330ff', light: '#ffffff00' };
  const options = { errorCorrectionLevel: 'M', margin: QUIET_ZONE_MODULES, scale: PIXELS_PER_MODULE, color } as const;
  const png = await qrcode.toBuffer(text, options);
  return { dataUri: `data:image/png;base64,${png.toString('base64')}`, sidePixels: png.readUInt32BE(16) };
}

/** @see PNG (W3C), section "IHDR Image header": the colour types with an alpha channel are 4 and 6 */
function hasTransparency(png: Buffer): boolean {
  return [4, 6].includes(png[25] ?? 0);
}
