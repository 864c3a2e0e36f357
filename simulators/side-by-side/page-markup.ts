import { PLACE } from './scene.ts';

/** The page that everything is drawn in. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Portal and phone, side by side</title>
<link rel="icon" href="${PLACE}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${PLACE}style.css">
<script type="module" src="${PLACE}page.js"></script>
</head>
<body><div id="page"></div></body>
</html>
`;
