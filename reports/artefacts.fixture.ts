/** What every run leaves in its folder, besides its pictures. */
export const ARTEFACTS = [
  'badge.svg',
  'ctrf.json',
  'earl.json',
  'junit.xml',
  'messages.ndjson',
  'report.html',
  'statement.html',
  'verdict.json',
];
