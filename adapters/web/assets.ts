/** The files of the page: its script, style and typeface, held in memory. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';

export type Asset = { body: Uint8Array<ArrayBuffer>; type: string; cache: string };

const pageFolder = path.join(import.meta.dirname, 'page');
const weights = [400, 500, 600, 700];

/** By their path on the server. The browser's modules are TypeScript: only the types are taken out, so that lines and
 *  columns stay those of the source. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const name of await readdir(pageFolder)) {
    const text = await readFile(path.join(pageFolder, name), 'utf8');
    if (name.endsWith('.ts'))
      assets.set(`/playground/page/${name}`, asset(stripTypeScriptTypes(text), script));
    if (name.endsWith('.css')) assets.set(`/playground/page/${name}`, asset(text, 'text/css'));
    if (name.endsWith('.svg')) assets.set(`/playground/page/${name}`, asset(text, 'image/svg+xml'));
  }
  for (const [name, body] of await readTypeface()) assets.set(`/playground/font/${name}`, body);
  return assets;
}

const script = 'text/javascript';

function asset(text: string, type: string): Asset {
  return { body: new TextEncoder().encode(text), type: `${type}; charset=utf-8`, cache: 'no-cache' };
}

async function readTypeface(): Promise<Map<string, Asset>> {
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'),
  );
  const files = new Map<string, Asset>();
  for (const weight of weights) {
    const css = await readFile(path.join(folder, `${weight}.css`), 'utf8');
    files.set(`${weight}.css`, asset(css, 'text/css'));
    for (const subset of ['latin', 'latin-ext', 'vietnamese']) {
      const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
      const body = new Uint8Array(await readFile(path.join(folder, 'files', name)));
      files.set(`files/${name}`, { body, type: 'font/woff2', cache: 'max-age=31536000, immutable' });
    }
  }
  return files;
}
