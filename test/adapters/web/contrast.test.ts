/** WCAG 2.2, 1.4.3: text against its ground at least 4.5 : 1, in the light and in the dark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../adapters/web/page/tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map(
    ([, name = '', light, dark, both = '']) => [name, { light: light ?? both, dark: dark ?? both }],
  ),
);

test.each([
  ['ink', ['ground', 'surface', 'raised', 'own', 'brand-soft']],
  ['ink-soft', ['ground', 'surface', 'raised', 'brand-soft']],
  ['brand', ['surface', 'brand-soft']],
  ['on-brand', ['brand-fill', 'seal']],
  ['ink', ['good-soft', 'warning-soft', 'bad-soft']],
  ['warning', ['warning-soft']],
  ['bad', ['surface', 'bad-soft']],
  ['surface', ['brand', 'good', 'bad', 'agency-0', 'agency-1', 'agency-2', 'agency-3', 'agency-none']],
])('%s on %j', (text, grounds) => {
  for (const ground of grounds) {
    for (const scheme of ['light', 'dark'] as const) {
      const ratio = contrast(colour(text, scheme), colour(ground, scheme));
      expect(ratio, `${text} on ${ground}, ${scheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

function colour(name: string, scheme: 'light' | 'dark'): string {
  const found = colours.get(name);
  if (!found) throw new Error(`no colour ${name}`);
  return found[scheme];
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
