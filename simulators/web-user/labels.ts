/**
 * The words of the document that a person on the web looks for, compared exactly after trimming (reading A-09); what
 * the document leaves unnamed (the fields of the sign-in) may be named in any of several usual ways.
 * @see the documented flow, sentences S8 and S12 to S19
 */
export interface Labels {
  /** The four named steps to the registration, in their order. */
  path: string[];
  next: string;
  notAbleToScan: string;
  submit: string;
  username: RegExp;
  password: RegExp;
  signIn: RegExp;
  deviceName: RegExp;
  oneTimeCode: RegExp;
  /** What goes on after proof of a registered device is given. */
  confirmIdentity: RegExp;
  signOut: RegExp;
  remove: RegExp;
  /** What says that a removal is meant. */
  confirmRemoval: RegExp;
  /** What leads somebody on who cannot sign in any more. */
  recovery: RegExp;
  sendRecovery: RegExp;
  newPassword: RegExp;
  repeatPassword: RegExp;
  savePassword: RegExp;
}

export const ENGLISH_LABELS: Labels = {
  path: ['User profile', 'Access controls', 'Mobile authentication', 'Register new device'],
  next: 'Next',
  notAbleToScan: 'Not able to scan the QR code?',
  submit: 'Submit',
  username: /^(user ?name|user|e-?mail( address)?|login)\b/i,
  password: /^password\b/i,
  signIn: /^(sign|log) ?-?in$/i,
  deviceName: /\bname\b/i,
  oneTimeCode: /\bcode\b|\bone-time\b|\bpin\b/i,
  confirmIdentity: /^(confirm|continue|verify|submit|next)\b/i,
  signOut: /^(sign|log) ?-?out$/i,
  remove: /^(remove|delete|revoke|unregister|deactivate)\b/i,
  confirmRemoval: /^(yes|confirm|remove|delete|continue)\b/i,
  recovery: /\b(forg[eo]t|reset|recover|lost|trouble|cannot (sign|log) in|can't (sign|log) in|backup)/i,
  sendRecovery: /^(send|reset|continue|next|submit|request)\b/i,
  newPassword: /^(new )?password\b/i,
  repeatPassword: /^(repeat|confirm)\b.*\bpassword\b/i,
  savePassword: /^(save|set|change|reset|continue|submit)\b/i,
};
