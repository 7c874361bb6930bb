/** A table in the text: lines all around, its heads again on every page. */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocumentBlock } from './document.ts';
import { mm, single, size, textWidth } from './page.ts';
import { runs } from './runs.ts';

export function table({ columns, rows, widths }: Extract<DocumentBlock, { kind: 'table' }>): Table {
  const columnWidths = shares(columns.length, widths);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      // Torn apart by the end of a page only where it would leave half a page empty.
      cantSplit: cells.every((cell) => cell.length < longCell),
      // A row has as many cells as there are columns, whatever was handed over.
      children: columnWidths.map(
        (width, index) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: [
              new Paragraph({
                alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT,
                keepNext: isHead,
                spacing: { ...single, before: 40, after: 40 },
                children: runs(cells[index] ?? '', { size: size.table, bold: isHead }),
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1.5), right: mm(1.5) },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  });
}

const longCell = 400;

/** The page shared out, in twips; what rounding leaves goes to the last column. */
function shares(count: number, widths: readonly number[] = []): number[] {
  const wanted = Array.from({ length: count }, (_, index) => widths[index] ?? 1);
  const sum = wanted.reduce((total, width) => total + width, 0);
  const given = wanted.map((width) => Math.floor((textWidth * width) / sum));
  const rest = textWidth - given.reduce((total, width) => total + width, 0);
  return given.map((width, index) => (index === count - 1 ? width + rest : width));
}
