import type { PhoneFault } from './phone-fault.ts';

/** As often as nobody can fail to notice. */
const QUESTIONS = 5;

export const fault: PhoneFault = {
  id: 'F-020',
  title: 'The question for the camera comes again and again',
  behaviour: 'After a denial the app asks for the camera again at once, so the question flashes up over and over.',
  severity: 'low',
  evidence: 'marmot-protocol/whitenoise-archive#819',
  breaks: ['CAM-03'],
  apply: ({ hardware: { camera } }) => {
    const start = camera.start.bind(camera);
    camera.start = async () => {
      let answer = await start();
      for (let asked = 1; asked < QUESTIONS && answer === 'no permission'; asked += 1) answer = await start();
      return answer;
    };
  },
  async isActive(probe) {
    await probe.phone.setCamera('denied');
    await probe.openScanner();
    return (await probe.phone.cameraEvents()).filter((event) => event === 'permission asked').length > 1;
  },
};
