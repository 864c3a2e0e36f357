/** Whether a text is an address that can be asked, such as http://127.0.0.1:8080. */
export function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
