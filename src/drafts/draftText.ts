/** What is said of a version, wherever it is shown. Pure. */
import type { Block } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import type { DraftChanges } from './changes.ts';
import type { DraftVersion } from './draft.ts';

/** "Trưởng phòng Tổng hợp (Phòng Tổng hợp, TTTT)" */
export function authorText({ by, department, agency }: DraftVersion, t: Locale): string {
  return t.drafts.by(by.name, department?.name ?? null, agency.code);
}

/** The file's name and size, or that it was handed in as words. */
export function contentText({ file }: DraftVersion, t: Locale): string {
  return file ? t.drafts.file(file.name, t.files.size(file.sizeBytes)) : t.drafts.words;
}

/** Departments that said they are content; '' when none has. */
export function agreedText({ agreements }: DraftVersion, t: Locale): string {
  const names = agreements.map(({ department, agency }) => t.drafts.agreedBy(department.name, agency.code));
  return names.length === 0 ? '' : t.drafts.agreed(names.join(', '));
}

/** "So với bản 1: 2 đoạn thêm, 1 đoạn sửa." */
export function changesLine(changes: DraftChanges, t: Locale): string {
  const words = t.drafts.changes;
  const what = changes.kind === 'compared' ? words.counts(changes) : words.notCompared[changes.why];
  return words.line(words.title(changes.against), what);
}

/** The line, and the first changes quoted. Nothing for a first version. */
export function changesBlocks(changes: DraftChanges | null, t: Locale): Block[] {
  if (!changes) return [];
  const samples =
    changes.kind === 'compared' ? changes.samples.map((sample) => t.drafts.changes.sample(sample)) : [];
  return [
    { kind: 'text', text: changesLine(changes, t) },
    ...(samples.length === 0
      ? []
      : [{ kind: 'text' as const, text: samples.join('\n'), style: 'small' as const }]),
  ];
}

/** The words of a draft that is no file, in pieces that a card can hold. */
export function wordsBlocks({ text, by }: DraftVersion): Block[] {
  return text === null ? [] : [{ kind: 'quote', text, by: by.name }];
}
