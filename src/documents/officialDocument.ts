/** An official document as a Word file (.docx), in the layout of Decree 30/2020/NĐ-CP, Appendix I; the same layout in English. */
import { Document, Packer } from 'docx';
import type { LanguageCode } from '../database/codes.ts';
import { localeFor } from '../locale/locale.ts';
import { body } from './body.ts';
import type { OfficialDocument } from './document.ts';
import { head } from './head.ts';
import { section, styles } from './page.ts';
import { printable } from './runs.ts';
import { signatures } from './signatures.ts';

export const wordMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function officialDocument(
  document: OfficialDocument,
  language: LanguageCode,
): Promise<Uint8Array> {
  // Days only: no zone speaks.
  const t = localeFor(language, 'UTC');
  const title = printable([document.kind, document.subject].filter((part) => part !== '').join(' '));
  const file = new Document({
    title,
    creator: printable(document.agency),
    lastModifiedBy: printable(document.agency),
    styles,
    sections: [
      {
        ...section,
        children: [...head(document, t), ...body(document.body), ...signatures(document, t)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
