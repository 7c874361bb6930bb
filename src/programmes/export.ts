/** The programme as a Word file in the layout of official documents: who takes part, the contents, how far they are. */
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import type { DocumentBlock } from '../documents/document.ts';
import { officialDocument, wordMime } from '../documents/officialDocument.ts';
import { keepFile } from '../files/keepFile.ts';
import { fold } from '../language/folding.ts';
import type { Locale } from '../locale/locale.ts';
import { openButton } from './cardButtons.ts';
import { openProgramme, readId } from './locked.ts';
import { isSigned, type ProgrammeView, stateOf } from './programme.ts';

export const exportAction: Action = {
  name: 'programme.export',
  press: async (id, context) => exportReply(await openProgramme(readId(id), 'see', context), context),
};

/** The asker's right to see it is the caller's business. */
export async function exportReply(programme: ProgrammeView, context: Context): Promise<Reply> {
  const { trx, now, t, place } = context;
  const words = t.programmes.export;
  const today = now.toZonedDateTimeISO(t.timeZone).toPlainDate();
  const signed = isSigned(programme.status) ? programme.signed : null;
  const content = await officialDocument(
    {
      parentAgency: null,
      agency: programme.agencies[0]?.name ?? '',
      number: signed?.number ?? null,
      place: words.place,
      date: signed?.on ?? today,
      kind: words.kind,
      subject: subjectOf(programme.title, words.kind),
      body: bodyOf(programme, today, t),
      signatures: programme.agencies.map((each) => ({ title: words.onBehalf(each.name), name: '' })),
      recipients: [...programme.agencies.map((each) => each.name), words.keep],
    },
    t.language,
  );
  const code = t.programmes.code(programme.id);
  const name = words.fileName(code, today.toString());
  const { fileId, sizeBytes } = await keepFile(trx, now, { name, mime: wordMime, content }, null);
  return {
    kind: 'card',
    card: {
      title: words.done(code),
      tone: 'good',
      blocks: [{ kind: 'text', text: name }],
      buttons: [[openButton(programme.id, context)]],
      files: [{ fileId, name, sizeBytes }],
    },
    to: place.private ? 'place' : 'asker',
    replaces: false,
    about: { kind: 'programme', id: programme.id },
  };
}

/** "Chương trình phối hợp 5 năm …" under the heading CHƯƠNG TRÌNH PHỐI HỢP does not say it twice. */
function subjectOf(title: string, kind: string): string {
  const rest = fold(title).startsWith(fold(kind)) ? title.slice(kind.length).trim() : title;
  return rest === '' ? title : rest;
}

function bodyOf(programme: ProgrammeView, today: Temporal.PlainDate, t: Locale): DocumentBlock[] {
  const words = t.programmes.export;
  const { agencies, contents, total, signed, signingLevel } = programme;
  const rows = contents.map((each) => [
    each.number,
    each.title,
    each.agencyCode,
    t.programmes.card.states[stateOf(each.progress)](each.progress),
  ]);
  return [
    { kind: 'heading', level: 1, text: words.parties },
    {
      kind: 'table',
      columns: [words.agency, words.departments],
      rows: agencies.map((each) => [
        each.status === 'agreed' ? each.name : words.notAgreed(each.name),
        each.departments.map((department) => department.name).join('\n'),
      ]),
      widths: [3, 2],
    },
    { kind: 'heading', level: 1, text: words.time },
    { kind: 'paragraph', text: t.programmes.years(programme.fromYear, programme.toYear) },
    { kind: 'heading', level: 1, text: words.contents },
    contents.length === 0
      ? { kind: 'paragraph', text: t.programmes.card.noContents }
      : {
          kind: 'table',
          columns: [words.number, words.content, words.proposedBy, words.state],
          rows,
          widths: [1, 6, 2, 3],
        },
    { kind: 'heading', level: 1, text: words.signing },
    { kind: 'paragraph', text: signingLevel ?? t.programmes.card.signingOpen },
    ...(signed && isSigned(programme.status)
      ? [
          {
            kind: 'paragraph' as const,
            text: t.programmes.card.signed(signed.number, t.dates.shortDay(signed.on), signed.by),
          },
        ]
      : []),
    { kind: 'heading', level: 1, text: words.standing(t.dates.shortDay(today)) },
    {
      kind: 'paragraph',
      text: total.parts === 0 ? t.programmes.card.states.notGiven(total) : t.programmes.card.progress(total),
    },
  ];
}
