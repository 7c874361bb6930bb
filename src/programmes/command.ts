/** /chuongtrinh: the list, a new programme in a line of words, or one programme and what is to be done with it. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command, SaidUnder } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { subjectOfMessage } from '../delivery/liveCards.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { answer } from './answer.ts';
import { addFromLine } from './contents.ts';
import { addDocuments, documentActions } from './documents.ts';
import { cardReply } from './drawCard.ts';
import { showForm as showEdit } from './edit.ts';
import { editFromLine } from './editContent.ts';
import { exportReply } from './export.ts';
import { fromWords } from './fromWords.ts';
import { giveFromLine } from './giveTask.ts';
import { listActions, listProgrammes } from './lists.ts';
import { openProgramme, readId } from './locked.ts';
import { newProgrammeForm } from './opening.ts';
import { bindHere, unbindHere } from './rooms.ts';
import { changeFromLine } from './status.ts';
import { readSubcommand, type Subcommand } from './subcommand.ts';
import { contentNumbered } from './tree.ts';

export const programmeCommand: Command = {
  name: 'chuongtrinh',
  words: { vi: ['chuongtrinh', 'chươngtrình'], en: ['programme', 'program'] },
  guests: false,
  help: (t) => t.programmes.help,
  handle: async (line, context) => {
    const { programmeId, rest } = await meant(line, context);
    if (programmeId !== null) return onProgramme(programmeId, rest, line.files, context);
    if (rest === '') return listProgrammes(context);
    if (/^(?:mới|moi|new|lập|lap|lập mới|lap moi)$/iu.test(rest)) return newProgrammeForm(context);
    return fromWords(rest, context);
  },
};

export const openAction: Action = {
  name: 'programme.open',
  press: async (id, context) =>
    cardReply(await openProgramme(readId(id), 'see', context), context, { own: true }),
};

/** `Feature.onReply`: files under a programme's card become its documents, words what they ask for. Null for what is not about a
 *  programme. */
export async function onReply({ to, text, files }: SaidUnder, context: Context): Promise<Reply | null> {
  const subject = await subjectOfMessage(context.trx, context.place.platform, to);
  if (subject?.kind !== 'programme') return null;
  if (files.length > 0) return addDocuments(subject.id, files, context);
  return readSubcommand(text) ? onProgramme(subject.id, text, [], context) : null;
}

/** The programme by its code at the beginning of the line, or by the card that the command answers to. */
async function meant({ text, replyTo }: CommandLine, { trx, place }: Context) {
  const line = text.trim();
  const found = /^(?:ct[\s-]*)(?<id>\d{1,15})(?=$|[\s:,;])[\s:,;]*/iu.exec(line);
  if (found) return { programmeId: readId(found.groups?.id ?? ''), rest: line.slice(found[0].length).trim() };
  const shown = replyTo ? await subjectOfMessage(trx, place.platform, replyTo) : null;
  return { programmeId: shown?.kind === 'programme' ? shown.id : null, rest: line };
}

async function onProgramme(
  programmeId: number,
  text: string,
  files: CommandLine['files'],
  context: Context,
): Promise<Reply> {
  const { t } = context;
  if (files.length > 0) return addDocuments(programmeId, files, context);
  const sub = readSubcommand(text);
  const programme = await openProgramme(programmeId, 'see', context);
  const code = t.programmes.code(programmeId);
  if (!sub) {
    const { notUnderstood, notUnderstoodMend } = t.programmes.refusals;
    throw new UserError(notUnderstood(shorten(text, 100)), notUnderstoodMend(code));
  }
  switch (sub.kind) {
    case 'show':
      return cardReply(programme, context);
    case 'addContent':
      return addFromLine(programmeId, sub, context);
    case 'editContent':
      return editFromLine(programmeId, sub, context);
    case 'give': {
      const content = sub.content === null ? null : contentNumbered(programme.contents, sub.content);
      if (sub.content !== null && !content) {
        throw new UserError(
          t.programmes.refusals.contentUnknown(sub.content),
          t.programmes.refusals.seeProgramme(code),
        );
      }
      return giveFromLine(programmeId, { text: sub.text, content: content?.id ?? null }, context);
    }
    case 'bindRoom':
      return bindHere(programmeId, context);
    case 'unbindRoom':
      return unbindHere(programmeId, context);
    case 'status':
      return changeFromLine(programmeId, sub.to, context);
    case 'edit':
      return showEdit(`${programmeId}`, context);
    case 'export':
      return exportReply(programme, context);
    case 'askSigning':
      return askSigning(programmeId, context);
    default:
      return pressed(sub.kind, programmeId, context);
  }
}

/** What a button of the card does, said in words. */
function pressed(
  kind: Extract<Subcommand['kind'], 'contents' | 'tasks' | 'documents' | 'history' | 'addDocument'>,
  programmeId: number,
  context: Context,
): Promise<Reply> {
  const action = [...listActions, ...documentActions].find((each) => each.name === `programme.${kind}`);
  if (!action?.press) throw new Error(`nothing is done by programme.${kind}`);
  return action.press(`${programmeId}`, context);
}

/** The question to the leaders is asked with its own form: the answer shows the button for it. */
async function askSigning(programmeId: number, context: Context): Promise<Reply> {
  const { t } = context;
  await openProgramme(programmeId, 'direct', context);
  return answer(context, {
    title: t.programmes.askSigning(t.programmes.code(programmeId)),
    tone: 'neutral',
    programmeId,
    buttons: [{ label: t.programmes.buttons.askSigning, action: 'opinion.askSigning', id: `${programmeId}` }],
  });
}
