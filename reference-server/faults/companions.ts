/** Requirements that turn red for one and the same reason. */
export function because(reason: string, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, reason]));
}

/** Requirements that look whether the right code of a registered device signs in, besides those about codes themselves. */
export const SIGN_IN_WITH_A_CODE: readonly string[] = [
  'LOG-05',
  'LOG-06',
  'POP-05',
  'OTP-03',
  'OTP-13',
  'OTP-14',
  'OTP-15',
  'OTP-16',
  'FLW-11',
  'AFT-01',
  'AFT-03',
  'AFT-05',
  'AFT-09',
  'AFT-10',
  'ABU-01',
  'ABU-05',
  'ACC-08',
];
