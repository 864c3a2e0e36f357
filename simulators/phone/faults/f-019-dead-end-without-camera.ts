import { ACTIONS } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-019',
  title: 'A dead end without a camera',
  behaviour:
    'Where the camera was denied for good, or is missing, Scan QR does nothing, and typing is offered nowhere.',
  severity: 'medium',
  evidence: 'bitwarden/mobile#2205; bitwarden/authenticator-ios#219; woocommerce/woocommerce-android#15737',
  breaks: ['CAM-04'],
  apply: ({ app, hardware: { camera } }) => {
    const startCamera = app.startCamera.bind(app);
    app.startCamera = async () => {
      if (camera.state !== 'denied for good' && camera.state !== 'none') await startCamera();
    };
  },
  async isActive(probe) {
    await probe.phone.setCamera('none');
    return !(await probe.openScanner()).actions.includes(ACTIONS.typeInstead);
  },
};
