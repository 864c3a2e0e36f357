import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-017',
  title: 'The camera starts before it is allowed',
  behaviour: 'With the pop-up the app opens the preview already, and asks for the permission only after that.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S11',
  breaks: ['CAM-01', 'CAM-02'],
  companions: {
    'CAM-03': 'The question was put with the pop-up, so the one after Scan QR is a second one.',
  },
  // A browser starts no camera before it is allowed, whatever a page does.
  breaksInPage: ['CAM-02'],
  apply: ({ app, hardware: { camera } }) => {
    const start = camera.start.bind(camera);
    camera.start = () => {
      camera.events.push('camera started');
      return start();
    };
    const show = app.show.bind(app);
    app.show = (place, message) => {
      if (place === 'verify device') void camera.start();
      show(place, message);
    };
  },
  async isActive(probe) {
    await probe.signIn();
    return (await probe.phone.cameraEvents()).length > 0;
  },
};
