/** Who signs, and who gets the document (Appendix I, part II, 7 and 9). */
import { AlignmentType, Paragraph, type Table } from 'docx';
import type { Locale } from '../locale/locale.ts';
import type { OfficialDocument } from './document.ts';
import { grid } from './grid.ts';
import { single, size, textWidth } from './page.ts';
import { printable, runs } from './runs.ts';

const half = Math.floor(textWidth / 2);
const columns = [half, textWidth - half];
/** Room for a signature and a seal. */
const room = 1300;

/** One signature stands on the right beside the recipients; several stand two by two, the recipients below. */
export function signatures(document: OfficialDocument, t: Locale): (Paragraph | Table)[] {
  const signed = document.signatures.map((signature) => signatureBlock(signature, t));
  const recipients = recipientLines(document.recipients, t);
  const apart = new Paragraph({ keepNext: true, spacing: single });
  const [only] = signed;
  if (!only) return recipients.length > 0 ? [apart, ...recipients] : [];
  if (signed.length === 1)
    return [apart, grid([[recipients.length > 0 ? recipients : [new Paragraph({})], only]], columns)];
  const rows = [];
  for (let index = 0; index < signed.length; index += 2)
    rows.push([signed[index] ?? [], signed[index + 1] ?? [new Paragraph({})]]);
  return [apart, grid(rows, columns), ...(recipients.length > 0 ? [new Paragraph({}), ...recipients] : [])];
}

function signatureBlock({ title, name }: { title: string; name: string }, t: Locale): Paragraph[] {
  const line = { alignment: AlignmentType.CENTER, keepNext: true };
  const bold = { bold: true, size: size.body };
  const capitals = printable(title).toLocaleUpperCase(t.language);
  if (name === '')
    return [
      new Paragraph({ ...line, children: runs(capitals, bold) }),
      new Paragraph({
        ...line,
        spacing: { after: room },
        children: runs(t.documents.signHere, { italics: true, size: size.small }),
      }),
    ];
  return [
    new Paragraph({ ...line, spacing: { after: room }, children: runs(capitals, bold) }),
    new Paragraph({ alignment: AlignmentType.CENTER, children: runs(name, bold) }),
  ];
}

function recipientLines(recipients: readonly string[], t: Locale): Paragraph[] {
  if (recipients.length === 0) return [];
  return [
    new Paragraph({
      keepNext: true,
      spacing: single,
      children: runs(t.documents.recipients, { bold: true, italics: true, size: size.small }),
    }),
    ...recipients.map(
      (recipient, index) =>
        new Paragraph({
          spacing: single,
          children: runs(
            `- ${recipient.replace(/[\s.;,]+$/u, '')}${index === recipients.length - 1 ? '.' : ';'}`,
            {
              size: size.recipients,
            },
          ),
        }),
    ),
  ];
}
