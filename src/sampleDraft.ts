/** A draft for those who try the playground, in two versions: real Word files, so that the bot says what has changed. */
import type { FileOut } from './chat/platform.ts';
import type { LanguageCode } from './database/codes.ts';
import type { DocumentBlock } from './documents/document.ts';
import { officialDocument, wordMime } from './documents/officialDocument.ts';
import { localeFor } from './locale/locale.ts';

/** `agencies`: who draws it up, and with whom. */
export async function sampleDraft(
  version: 1 | 2,
  about: { agencies: readonly string[]; date: Temporal.PlainDate; language: LanguageCode },
): Promise<FileOut> {
  const { agencies, date, language } = about;
  const words = localeFor(language, 'UTC').playground.sampleDraft(version);
  const content = await officialDocument(
    {
      parentAgency: null,
      agency: agencies[0] ?? '',
      number: null,
      place: words.place,
      date,
      kind: words.kind,
      subject: words.subject,
      body: words.sections.flatMap(({ heading, paragraphs }): DocumentBlock[] => [
        { kind: 'heading', level: 1, text: heading },
        ...paragraphs.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      ]),
      signatures: agencies.map((title) => ({ title, name: '' })),
      recipients: words.recipients,
    },
    language,
  );
  return { name: words.fileName, mime: wordMime, content };
}
