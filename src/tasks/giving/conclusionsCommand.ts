/** /ketluan: a conclusion – pasted, in the message it answers to, or in a file – becomes a list of tasks, each to be confirmed,
 *  put right or dropped, then given at once. */
import { cleanText } from '../../chat/cleanIncoming.ts';
import type { CommandLine, Context } from '../../chat/context.ts';
import { UserError } from '../../chat/errors.ts';
import type { Action, Command } from '../../chat/feature.ts';
import { type FormValues, fieldValue } from '../../chat/form.ts';
import type { FileIn, Quoted } from '../../chat/incoming.ts';
import type { Reply } from '../../chat/reply.ts';
import { fileText, isReadable } from './fileText.ts';
import { readerFor, showPreviews } from './giveCommand.ts';
import { requireGiver } from './givers.ts';
import { loadOrganisation } from './organisation.ts';
import { readConclusions } from './readConclusions.ts';
import { shorten } from './shorten.ts';

/** A long notice has some 20,000 characters; reading takes time in proportion. */
const lengthMax = 200_000;
const filesMax = 5;
/** So much of it is kept beside the previews. */
const lineKept = 8_000;

export const conclusionsCommand: Command = {
  name: 'ketluan',
  words: { vi: ['ketluan', 'kết luận'], en: ['conclusions'] },
  guests: false,
  help: (t) => t.giving.conclusions.help,
  handle: readLine,
};

/** The form of /ketluan without words, filled in. */
export const conclusionsAction: Action = {
  name: 'assign.conclusions',
  submit: async (_id: string, values: FormValues, context: Context): Promise<Reply> =>
    list(fieldValue(values, 'text'), null, context, 'text'),
};

async function readLine(line: CommandLine, context: Context): Promise<Reply> {
  await requireGiver(context);
  const { text, quoted } = line;
  const files = line.files.length > 0 ? line.files : (quoted?.files ?? []);
  // A picture beside the words is no conclusion; a file alone is one, or is refused.
  const written = text.trim() !== '' || (quoted !== null && quoted.text.trim() !== '');
  const readable = files.filter(({ name }) => isReadable(name));
  const read = readable.length > 0 || written ? readable : files;
  if (read.length > 0) return list(`${await wordsOf(read, context)}\n${text}`, null, context);
  if (text.trim() !== '') return list(text, null, context);
  if (quoted && quoted.text.trim() !== '') return list(quoted.text, quoted, context);
  const { form } = context.t.giving.conclusions;
  return {
    kind: 'form',
    form: {
      action: 'assign.conclusions',
      id: 'new',
      title: form.title,
      intro: form.intro,
      submit: form.submit,
      fields: [{ name: 'text', label: form.text, hint: form.hint, required: true, input: { kind: 'text' } }],
    },
  };
}

async function wordsOf(files: readonly FileIn[], context: Context): Promise<string> {
  const { error } = context.t.giving.conclusions;
  if (files.length > filesMax) throw new UserError(error.tooManyFiles(filesMax), error.sendFewer);
  const texts: string[] = [];
  for (const file of files) texts.push(await fileText(file, context));
  return texts.join('\n\n');
}

/** @throws UserError when nothing is to be done in it, at `field` of a form */
async function list(
  words: string,
  quoted: Quoted | null,
  context: Context,
  field: string | null = null,
): Promise<Reply> {
  const agencyIds = await requireGiver(context);
  const reader = await readerFor(context, await loadOrganisation(context.trx), agencyIds);
  const { error } = context.t.giving.conclusions;
  const text = cleanText(words).normalize('NFC');
  if (text.length > lengthMax) {
    throw new UserError(error.tooLong(text.length, lengthMax), error.shorten, field);
  }
  const tasks = readConclusions(text, quoted, reader);
  if (tasks.length === 0) throw new UserError(error.nothingFound, error.writeOrders, field);
  return showPreviews(context, shorten(text, lineKept), tasks);
}
