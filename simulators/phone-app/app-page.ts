/** The page that everything happens in. @param data what its scripts are told, by the names of its `data-` attributes */
export function appPage(data: Record<string, string> = {}): string {
  const told = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
  return `<!doctype html>
<html lang="en"${told.join('')}>
<head>
<meta charset="utf-8">
<title>${NAME}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="${LIGHT}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${DARK}" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="no-referrer">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/icon-180.png">
<link rel="stylesheet" href="/app.css">
<script type="module" src="/app.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

const NAME = 'Conversations';
/** The grounds of the page in `app.css`. */
const LIGHT = '#f4f6f9';
const DARK = '#11151b';

/** What a phone needs to install it. @see https://www.w3.org/TR/appmanifest/ */
export const MANIFEST = {
  name: NAME,
  short_name: NAME,
  description: 'Verifies this phone, and shows its one-time codes',
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'portrait',
  background_color: LIGHT,
  theme_color: '#1f4fbf',
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...[192, 512].flatMap((side) =>
      ['any', 'maskable'].map((purpose) => ({
        src: `/icon-${side}.png`,
        sizes: `${side}x${side}`,
        type: 'image/png',
        purpose,
      })),
    ),
  ],
};
