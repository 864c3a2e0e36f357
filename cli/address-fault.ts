/** What is wrong with a text as an address that can be asked, such as http://127.0.0.1:8080; `undefined` when nothing is. */
export function faultInAddress(url: string | undefined): { wanted: string; got: string; fix?: string } | undefined {
  if (url === undefined) return undefined;
  const wanted = 'an address such as http://127.0.0.1:8080';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return { wanted, got: `"${url}"` };
  const { username, password } = new URL(url);
  if (username === '' && password === '') return undefined;
  // Reports name the address.
  return {
    wanted,
    got: 'one with a name or a password in it',
    fix: 'leave them out: accounts: and --account are for those',
  };
}
