/**
 * The addresses of the portal's pages. None holds a secret but that of a new password, for thirty minutes, once: the id
 * of a registration opens nothing by itself.
 */
export const ADDRESSES = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  forgottenPassword: '/forgotten-password',
  /** With `?token=`, which addresses leave out wherever they are written down. */
  newPassword: '/new-password',
  userProfile: '/user-profile',
  accessControls: '/user-profile/access-controls',
  mobileAuthentication: '/user-profile/access-controls/mobile-authentication',
  confirm: '/user-profile/access-controls/mobile-authentication/confirm',
  /** The stable address of the documented link "Register new device". */
  register: '/user-profile/access-controls/mobile-authentication/register',
  /** One registration from the QR code on; with `/values`, the values for manual entry are shown too. */
  registration: '/user-profile/access-controls/mobile-authentication/register/:id',
  registrationValues: '/user-profile/access-controls/mobile-authentication/register/:id/values',
} as const;

/** The address of one registration. */
export function registrationAddress(id: string): string {
  return ADDRESSES.registration.replace(':id', encodeURIComponent(id));
}

/**
 * The address of this site to go on to, from text that came with the request: anything that a browser could read as
 * another site becomes the home page. @see OWASP Unvalidated Redirects and Forwards Cheat Sheet
 */
export function sameSiteAddress(text: unknown): string {
  const site = 'http://portal.invalid';
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, site)) return ADDRESSES.home;
  const { origin, pathname, search } = new URL(text, site);
  const isOfThisSite = origin === site && !pathname.startsWith('//');
  return isOfThisSite ? pathname + search : ADDRESSES.home;
}

/** The sign-in page, remembering where the person wanted to go. */
export function signInAddress(returnTo: string): string {
  const remembered = sameSiteAddress(returnTo);
  return remembered === ADDRESSES.home
    ? ADDRESSES.signIn
    : `${ADDRESSES.signIn}?return-to=${encodeURIComponent(remembered)}`;
}
