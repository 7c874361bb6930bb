/** Where in a YAML text something stands. Pure. */
import { type Document, isNode, isPair, type LineCounter } from 'yaml';
import type { Spot } from './organisation.ts';

export type Path = readonly PropertyKey[];

/** The line of what stands at `path`; of a missing key, the line of what it is missing from. */
export function spotOf(document: Document.Parsed, lines: LineCounter, path: Path): Spot {
  return { line: lineOf(document, lines, path), path: pathText(path) };
}

/** The line on which the key itself stands. */
export function keyLine(document: Document.Parsed, lines: LineCounter, path: Path, key: string): number {
  const map: unknown = path.length === 0 ? document.contents : document.getIn([...path], true);
  if (isNode(map) && 'items' in map && Array.isArray(map.items)) {
    for (const pair of map.items) {
      if (isPair(pair) && isNode(pair.key) && String(pair.key) === key && pair.key.range) {
        return lines.linePos(pair.key.range[0]).line;
      }
    }
  }
  return lineOf(document, lines, path);
}

/** `agencies[0].people[2].roles` */
export function pathText(path: Path): string {
  return path
    .map((part, place) => (typeof part === 'number' ? `[${part}]` : `${place > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** The path that `pathText` wrote. */
export function readPath(text: string): Path {
  return (text.match(/[^.[\]]+/gu) ?? []).map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
