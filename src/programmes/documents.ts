/** Documents of a programme: sent as a reply to its card or with the command, fetched again with a button. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import type { FileIn } from '../chat/incoming.ts';
import type { Reply } from '../chat/reply.ts';
import { keepSentFile } from '../files/keepFile.ts';
import { answer } from './answer.ts';
import { openButton } from './cardButtons.ts';
import { openProgramme, readId } from './locked.ts';
import { byOf, recordProgramme } from './record.ts';
import { insertDocument } from './store.ts';
import { tellNews } from './tell.ts';

export const documentActions: readonly Action[] = [
  { name: 'programme.addDocument', press: sayHow },
  { name: 'programme.documents', press: sendDocuments },
];

/** A form takes no files: the answer says where to send them. */
async function sayHow(id: string, context: Context): Promise<Reply> {
  const programme = await openProgramme(readId(id), 'contribute', context);
  const words = context.t.programmes.documents;
  const code = context.t.programmes.code(programme.id);
  return answer(context, {
    title: words.howTitle(code),
    lines: [words.how(code)],
    tone: 'neutral',
    programmeId: programme.id,
  });
}

/** @throws UserError */
export async function addDocuments(
  programmeId: number,
  files: readonly FileIn[],
  context: Context,
): Promise<Reply> {
  const { trx, now, who, t } = context;
  const programme = await openProgramme(programmeId, 'contribute', context);
  const words = t.programmes.documents;
  if (programme.documents.length + files.length > documentsMax) {
    throw new UserError(words.tooMany(documentsMax), words.tooManyMend);
  }
  const by = byOf(context);
  const names: string[] = [];
  for (const file of files) {
    const kept = await keepSentFile(trx, now, file, { personId: who.personId, t });
    const { fileId, name } = kept;
    await insertDocument(trx, now, { programmeId, fileId, title: name, by: who.personId });
    const data = { name, fileId };
    const eventId = await recordProgramme(trx, now, programmeId, {
      kind: 'programme.documentAdded',
      by,
      data,
    });
    await tellNews(trx, now, programme, { eventId, by, saidIn: context });
    names.push(name);
  }
  return answer(context, {
    title: words.added(names.length, t.programmes.code(programmeId)),
    lines: names,
    programmeId,
  });
}

const documentsMax = 200;
/** So many files come at one press. */
const filesAtOnce = 5;

/** `<programme>` or `<programme>.<how many of the latest are left out>`. */
async function sendDocuments(id: string, context: Context): Promise<Reply> {
  const [programmeId = '', skipped = ''] = id.split('.');
  const programme = await openProgramme(readId(programmeId), 'see', context);
  const { t, place } = context;
  const words = t.programmes.documents;
  const offset = readId(skipped);
  const code = t.programmes.code(programme.id);
  const latest = programme.documents.toReversed();
  const shown = latest.slice(offset, offset + filesAtOnce);
  if (shown.length === 0) throw new UserError(words.none(code), words.how(code));
  const more = latest.length > offset + shown.length;
  return {
    kind: 'card',
    card: {
      title: words.title(code, latest.length),
      tone: 'neutral',
      blocks: [
        {
          kind: 'list',
          items: shown.map((each) => ({
            text: each.name,
            detail: words.detail(
              t.files.size(each.sizeBytes),
              each.by ?? t.programmes.history.bot,
              t.dates.shortMoment(each.at),
            ),
          })),
        },
      ],
      buttons: [
        [
          ...(more
            ? [
                {
                  label: words.older,
                  action: 'programme.documents',
                  id: `${programme.id}.${offset + shown.length}`,
                },
              ]
            : []),
          openButton(programme.id, context),
        ],
      ],
      files: shown.map(({ fileId, name, sizeBytes }) => ({ fileId, name, sizeBytes })),
    },
    to: place.private ? 'place' : 'asker',
    replaces: false,
    about: { kind: 'programme', id: programme.id },
  };
}
