/** The page before its script has run: everything else is drawn in the browser. Holds nothing a user typed. */
import type { PageLanguage } from './playground.ts';
import type { PageWords } from './words.ts';

export function pageShell(language: PageLanguage, words: PageWords): string {
  const fonts = [400, 500, 600, 700].map(
    (weight) => `<link rel="stylesheet" href="/playground/font/${weight}.css">`,
  );
  const styles = styleNames.map((name) => `<link rel="stylesheet" href="/playground/page/${name}.css">`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" href="/playground/page/mark.svg" type="image/svg+xml">
${fonts.join('\n')}
${styles.join('\n')}
<script type="module" src="/playground/page/main.ts"></script>
</head>
<body>
<noscript>${words.noScript}</noscript>
<div id="app"></div>
</body>
</html>
`;
}

/** In this order: the last ones change what the first say. */
const styleNames = ['tokens', 'layout', 'column', 'card', 'files', 'controls', 'panels', 'narrow', 'touch'];
