import { renameButton } from './rename-button.ts';
import type { ServerFault } from './server-fault.ts';
import { REGISTER } from './wire-clients.ts';

const renamed = renameButton('Next', 'Proceed');

export const fault: ServerFault = {
  id: 'F-146',
  title: 'Next has another name',
  behaviour: 'What the document calls "Next" is called "Proceed" on the page, so nobody finds it by its name.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S15',
  breaks: ['NAV-06'],
  seams: renamed.seams,
  async isActive(probe) {
    const { web } = await probe.signedIn();
    return renamed.isOn(await web.text(REGISTER));
  },
};
