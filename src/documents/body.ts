/** The text of a document (Appendix I, part II, 6): justified, the first line in, "./." where it ends. */
import { AlignmentType, Paragraph, type Table } from 'docx';
import type { DocumentBlock } from './document.ts';
import { firstLine, mm, paragraphGap, size } from './page.ts';
import { runs } from './runs.ts';
import { table } from './table.ts';

export function body(blocks: readonly DocumentBlock[]): (Paragraph | Table)[] {
  const all = ended(blocks);
  return all.flatMap((block, index) => draw(block, index === all.length - 1));
}

/** The last words go with the signatures: those never stand alone on a page. */
function draw(block: DocumentBlock, isLast: boolean): (Paragraph | Table)[] {
  const spacing = { after: paragraphGap };
  const alignment = AlignmentType.BOTH;
  switch (block.kind) {
    case 'paragraph': {
      const { text, style = 'normal' } = block;
      const children = runs(text, { bold: style === 'strong', italics: style === 'italic' });
      return [new Paragraph({ alignment, spacing, indent: { firstLine }, keepNext: isLast, children })];
    }
    case 'heading':
      return [
        new Paragraph({
          alignment,
          spacing: { before: paragraphGap, after: paragraphGap },
          indent: { firstLine },
          keepNext: true,
          outlineLevel: block.level - 1,
          // 1 bold, 2 bold italic, 3 italic: parts, sections and points keep apart without other sizes.
          children: runs(block.text, { bold: block.level < 3, italics: block.level > 1 }),
        }),
      ];
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            alignment,
            spacing,
            indent: { firstLine },
            keepNext: isLast && index === block.items.length - 1,
            children: runs(`${block.numbered ? `${index + 1}.` : '-'} ${item}`),
          }),
      );
    case 'table':
      return [table(block), new Paragraph({ spacing: { line: 120, lineRule: 'exact' } })];
    case 'quote':
      return [
        new Paragraph({
          alignment,
          spacing,
          indent: { left: mm(12.7), right: mm(12.7) },
          children: [
            ...runs(`“${block.text}”`, { italics: true }),
            ...(block.by ? runs(` (${block.by})`, { size: size.small }) : []),
          ],
        }),
      ];
  }
}

/** The last words of the text bear the sign that nothing was left out. */
function ended(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === 'paragraph') return [...before, { ...last, text: withEnd(last.text) }];
  if (last?.kind === 'list' && last.items.length > 0)
    return [...before, { ...last, items: [...last.items.slice(0, -1), withEnd(last.items.at(-1) ?? '')] }];
  return [...blocks, { kind: 'paragraph', text: './.' }];
}

function withEnd(text: string): string {
  return `${text.replace(/(?:\.\/\.|[\s.;,])+$/u, '')}./.`;
}
