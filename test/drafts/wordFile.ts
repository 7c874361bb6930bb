/** A Word file as an office would hand it in. */
import { officialDocument } from '../../src/documents/officialDocument.ts';

export function wordFile(...paragraphs: string[]): Promise<Uint8Array> {
  return officialDocument(
    {
      ...{ parentAgency: null, agency: 'Trung tâm Thông tin', number: null, place: 'Hà Nội' },
      date: Temporal.PlainDate.from('2016-04-08'),
      ...{ kind: 'Chương trình', subject: 'Phối hợp 5 năm', signatures: [], recipients: [] },
      body: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    },
    'vi',
  );
}
