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

/** Requirements that miss the limit where there is none that bites. */
export const WITHOUT_A_LIMIT: Readonly<Record<string, string>> = {
  'ABU-02': 'where nothing is counted, guesses are not counted together either',
  'ABU-03': 'nor are those that come at the same moment',
  'ABU-05': 'there is no lock that could say how long to wait',
  'ABU-06': 'guesses from one address or from many: no number of them is too many',
  'AFT-10': 'there is no lock that the audit feed could tell of',
};
