/** The page of Decree 30/2020/NĐ-CP, Appendix I, part I: A4, margins, type, the page number. Lengths in twips (1/20 pt) as
 *  Word counts them, sizes of type in half points. */
import {
  AlignmentType,
  Header,
  type ISectionOptions,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

export const mm = (length: number) => Math.round((length * 1440) / 25.4);

const margins = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
const paper = { width: mm(210), height: mm(297) };

export const textWidth = paper.width - margins.left - margins.right;

export const size = { head: 26, body: 28, table: 24, recipients: 22, small: 24 };

/** Between paragraphs: at least 6 pt. */
export const paragraphGap = 120;
/** The first line goes in by 1 to 1.27 cm. */
export const firstLine = mm(12.7);

/** Lines as close as the type allows. Said in full: LibreOffice takes a height without its rule for a fixed one. */
export const single = { line: 240, lineRule: 'auto' } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: size.body, color: '000000' },
      paragraph: { spacing: { line: 276, lineRule: 'auto' } },
    },
  },
};

/** Page numbers stand in the middle of the top margin, from the second page on. */
export const section: Omit<ISectionOptions, 'children'> = {
  properties: {
    page: { size: paper, margin: { ...margins, header: mm(10), footer: mm(10) } },
    titlePage: true,
  },
  headers: {
    first: new Header({ children: [new Paragraph({})] }),
    default: new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: [PageNumber.CURRENT], size: size.head })],
        }),
      ],
    }),
  },
};
