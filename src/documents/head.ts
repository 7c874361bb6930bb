/** The head of a document (Appendix I, part II, 1–5): agency and number on the left, the state's name and motto, place and date on
 *  the right; below them kind and subject. */
import { AlignmentType, BorderStyle, type IRunOptions, Paragraph, type Table } from 'docx';
import type { Locale } from '../locale/locale.ts';
import type { OfficialDocument } from './document.ts';
import { grid } from './grid.ts';
import { mm, paragraphGap, single, size, textWidth } from './page.ts';
import { printable, runs } from './runs.ts';

/** The state's name takes one line of 13 pt: 96 mm. */
const left = mm(62);
const right = textWidth - left;

export function head(document: OfficialDocument, t: Locale): (Paragraph | Table)[] {
  const words = t.documents;
  const capitals = (text: string) => printable(text).toLocaleUpperCase(t.language);
  const { parentAgency } = document;
  const agency = [
    ...(parentAgency ? [centred(capitals(parentAgency), { size: size.head })] : []),
    centred(capitals(document.agency), { size: size.head, bold: true }),
    lineUnder(mm(24), left),
  ];
  const state = [
    centred(words.state, { size: size.head, bold: true }),
    centred(words.motto, { size: size.body, bold: true }),
    lineUnder(mm(words.mottoMm), right),
  ];
  const number = document.number ?? words.noNumberYet(capitals(document.kind));
  const place = words.placeAndDate(document.place, document.date);
  const title = { bold: true, size: size.body };
  return [
    grid(
      [
        [agency, state],
        [
          [centred(words.number(number), { size: size.head })],
          [centred(place, { size: size.body, italics: true })],
        ],
      ],
      [left, right],
    ),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 360 },
      keepNext: true,
      children: runs(capitals(document.kind), title),
    }),
    ...(document.subject === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            children: runs(document.subject, title),
          }),
        ]),
    lineUnder(mm(30), textWidth, paragraphGap * 2),
  ];
}

function centred(text: string, options: IRunOptions): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: single,
    children: runs(text, options),
  });
}

/** A thin line in the middle of a column: the lower edge of an empty, very low paragraph. */
function lineUnder(length: number, column: number, after = 100): Paragraph {
  const indent = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, lineRule: 'exact', before: 40, after },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}
