/** An official document as plain data: what the layout of Decree 30/2020/NĐ-CP asks for, no more. All text is plain. */

export type OfficialDocument = {
  /** The agency above (cơ quan chủ quản), written over the agency. */
  parentAgency: string | null;
  agency: string;
  /** "05/BC-TTTT"; null leaves room for the clerk who numbers it. */
  number: string | null;
  /** "Hà Nội" */
  place: string;
  date: Temporal.PlainDate;
  /** "BIÊN BẢN LÀM VIỆC": written in capitals whatever the case here. */
  kind: string;
  /** What it is about (trích yếu); '' for none. */
  subject: string;
  body: DocumentBlock[];
  /** Side by side, two in a row; a `name` of '' leaves room for it to be written. */
  signatures: { title: string; name: string }[];
  /** Nơi nhận; the dash before and the sign after each are added. */
  recipients: string[];
};

/** A line break in a text is kept. */
export type DocumentBlock =
  | { kind: 'paragraph'; text: string; style?: 'normal' | 'strong' | 'italic' }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** With dashes, or numbered from 1. */
  | { kind: 'list'; items: string[]; numbered?: boolean }
  /** `widths`: shares of the page for each column; even when left out. The heads are repeated on each page. */
  | { kind: 'table'; columns: string[]; rows: string[][]; widths?: number[] }
  /** Somebody's words. */
  | { kind: 'quote'; text: string; by: string | null };
