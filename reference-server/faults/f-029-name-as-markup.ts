import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const CHARACTERS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

export const fault: ServerFault = {
  id: 'F-029',
  title: 'A device name is markup',
  behaviour:
    'Device names go into the pages as they are, so whatever elements and scripts they hold are there for real.',
  severity: 'high',
  evidence: 'of the same kind: CVE-2018-0784 (shawnwildermuth/DualAuthCore#9)',
  breaks: ['ABU-10'],
  seams: () => ({
    pages: () => rewriteHtml((html) => html.replace(/(?<=<bdi>)[^<]*/g, unescaped)),
  }),
  async isActive(probe) {
    const { web } = await probe.registered('<i>Phone</i>');
    return (await probe.listed(web)).includes('<bdi><i>Phone</i></bdi>');
  },
};

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => CHARACTERS[sign] ?? sign);
}
