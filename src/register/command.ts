/** /vande: the register; with words a search, with a code one item, with "thêm" a new one. */
import type { CommandLine, Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { readId } from '../tasks/locked.ts';
import { addFromLine, newItemForm } from './add.ts';
import { showItem } from './answer.ts';
import { readItemCode } from './item.ts';
import { kindOfWords } from './kindWords.ts';
import { showList } from './list.ts';
import { openItem } from './openItem.ts';
import { searchable, searchWords } from './searchWords.ts';

export const matterCommand: Command = {
  name: 'vande',
  words: { vi: ['vande', 'vấn đề', 'vấn-đề'], en: ['matter', 'matters'] },
  guests: false,
  help: (t) => t.register.help,
  handle,
};

export const openAction: Action = {
  name: 'matter.open',
  press: (id, context) => open(readId(id), context),
};

const addWords = ['them', 'add', 'new'];

async function handle({ text }: CommandLine, context: Context): Promise<Reply> {
  const line = text.trim();
  if (line === '') return showList({ kind: null, words: [], offset: 0 }, context);
  const code = readItemCode(line);
  if (code !== null) return open(code, context);
  const [first = ''] = line.split(/\s/u, 1);
  if (addWords.includes(searchable(first))) {
    const rest = line.slice(first.length).trim();
    return rest === '' ? newItemForm(context) : addFromLine(rest, context);
  }
  const kind = kindOfWords(line);
  if (kind !== null && kind.rest === '') return showList({ kind: kind.kind, words: [], offset: 0 }, context);
  const words = searchWords(line);
  const { refusals } = context.t.register;
  if (words.length === 0) throw new UserError(refusals.noWords, refusals.noWordsMend);
  return showList({ kind: null, words, offset: 0 }, context);
}

async function open(id: number, context: Context): Promise<Reply> {
  const item = await openItem(id, 'see', context);
  return showItem(item.id, context);
}
