import { rewriteHtml } from './html.ts';
import { rememberingTexts } from './known-texts.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-121',
  title: 'The text alternative gives the key away',
  behaviour: 'The picture with the QR code has as its text alternative what the symbol says, the key with it.',
  severity: 'low',
  evidence: 'derived from WCAG 2.2, 1.1.1',
  breaks: ['ACC-01'],
  seams: () => {
    const { texts, context } = rememberingTexts();
    return {
      context,
      portal: () =>
        rewriteHtml((html) =>
          html.replace(/(src="(data:image[^"]*)"[^>]* alt=)"[^"]*"/, (image, before: string, dataUri: string) => {
            const text = texts.get(dataUri);
            return text === undefined ? image : `${before}"QR code: ${text.replaceAll('&', '&amp;')}"`;
          }),
        ),
    };
  },
  async isActive(probe) {
    const { web, address, secret } = await probe.started();
    const [, words = ''] = / alt="([^"]*)"/.exec(await web.text(address)) ?? [];
    return words.includes(secret);
  },
};
