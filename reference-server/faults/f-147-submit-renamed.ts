import { renameButton } from './rename-button.ts';
import type { ServerFault } from './server-fault.ts';

const renamed = renameButton('Submit', 'Verify');

export const fault: ServerFault = {
  id: 'F-147',
  title: 'Submit has another name',
  behaviour: 'What the document calls "Submit" is called "Verify" on the page, so nobody finds it by its name.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S19',
  breaks: ['FLW-02'],
  companions: { 'LOG-07': 'a registration comes to no end, whichever side is signed in to first' },
  seams: renamed.seams,
  async isActive(probe) {
    const { web, address } = await probe.started();
    return renamed.isOn(await web.text(address));
  },
};
