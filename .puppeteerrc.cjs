// Puppeteer's own browser is looked for but never downloaded while installing: where its host cannot be reached,
// `npm ci` would fail. `npx puppeteer browsers install chrome-headless-shell` fetches it on purpose.
module.exports = { skipDownload: true };
