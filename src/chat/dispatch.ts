/** Finds whose business an incoming event is, and lets it answer. */

import { type AnyCommand, type CommandIndex, withoutBotName, wordKey } from './commandIndex.ts';
import type { Context, GuestContext } from './context.ts';
import { errorCard, replyPrivately } from './errorCard.ts';
import { UserError } from './errors.ts';
import type { Action, Feature } from './feature.ts';
import type { What } from './incoming.ts';
import { nearestCommand } from './nearestCommand.ts';
import type { Reply } from './reply.ts';

/** What the features offer, ready to be looked up. */
export type Offers = {
  commands: CommandIndex;
  actions: ReadonlyMap<string, Action>;
  /** In the order in which they are asked. */
  onReply: readonly NonNullable<Feature['onReply']>[];
  onFiles: Feature['onFiles'];
  onReaction: Feature['onReaction'];
  onSentence: Feature['onSentence'];
};

/** Null: not meant for the bot. @throws UserError */
export async function dispatch(what: What, offers: Offers, context: GuestContext): Promise<Reply | null> {
  switch (what.kind) {
    case 'command':
      return onCommand(what, offers, context);
    case 'message':
      return onMessage(what, offers, context);
    case 'reaction': {
      const known = knownPerson(context);
      return known && offers.onReaction ? offers.onReaction(what, known) : null;
    }
    case 'press':
    case 'submit':
      return onAction(what, offers, context);
  }
}

/** The longest text a person may send, in characters. */
const textLengthMax = 8000;

async function onCommand(
  what: Extract<What, { kind: 'command' }>,
  offers: Offers,
  context: GuestContext,
): Promise<Reply> {
  const typed = `${what.word} ${what.line}`.trim();
  checkLength(typed, context);
  const { replyTo, quoted, files } = what;
  const found = offers.commands.find(typed);
  if (found) {
    return run(found.command, { text: found.rest, word: found.word, replyTo, quoted, files }, context);
  }
  const line = withoutBotName(typed).replace(/^\/+/u, '').trim();
  if (line === '') return runHelp(offers, context);
  if (wordKey(what.word) === 'daumoi') return onSentence(line, offers, context);
  const [word = ''] = line.split(/\s/u, 1);
  return unknownCommand(word, line.slice(word.length).trim(), offers, context);
}

async function onMessage(
  what: Extract<What, { kind: 'message' }>,
  offers: Offers,
  context: GuestContext,
): Promise<Reply | null> {
  if (!what.addressed) return null;
  const text = what.text.trim();
  checkLength(text, context);
  const { replyTo, files } = what;
  if (text.startsWith('/')) {
    const [word = ''] = text.slice(1).split(/\s/u, 1);
    const line = text.slice(word.length + 1).trim();
    return onCommand(
      { kind: 'command', word, line, replyTo, quoted: null, files: [...files] },
      offers,
      context,
    );
  }
  const known = knownPerson(context);
  if (known && replyTo && (text !== '' || files.length > 0)) {
    for (const takeReply of offers.onReply) {
      const answer = await takeReply({ to: replyTo, text, files }, known);
      if (answer) return answer;
    }
  }
  const found = offers.commands.find(text);
  if (!found && known && files.length > 0 && offers.onFiles) return offers.onFiles({ text, files }, known);
  if (withoutBotName(text) === '') return runHelp(offers, context);
  if (!found) return onSentence(text, offers, context);
  return run(found.command, { text: found.rest, word: found.word, replyTo, quoted: null, files }, context);
}

async function onAction(
  what: Extract<What, { kind: 'press' | 'submit' }>,
  offers: Offers,
  context: GuestContext,
): Promise<Reply> {
  const { t } = context;
  const known = knownPerson(context);
  if (!known) throw new UserError(t.chat.guest, t.chat.howToJoin);
  const action = offers.actions.get(what.action);
  if (what.kind === 'press' && action?.press) return action.press(what.id, known);
  if (what.kind === 'submit' && action?.submit) {
    for (const value of Object.values(what.values).flat()) checkLength(value, context);
    return action.submit(what.id, what.values, known);
  }
  throw new UserError(t.chat.oldButton, t.chat.openAgain);
}

async function onSentence(text: string, offers: Offers, context: GuestContext): Promise<Reply> {
  const { t } = context;
  const known = knownPerson(context);
  if (!known) throw new UserError(t.chat.guest, t.chat.howToJoin);
  if (!offers.onSentence) throw new UserError(t.chat.notUnderstood, t.chat.seeHelp);
  return offers.onSentence(text, known);
}

function run(
  command: AnyCommand,
  line: Parameters<AnyCommand['handle']>[0],
  context: GuestContext,
): Promise<Reply> {
  if (command.guests) return command.handle(line, context);
  const known = knownPerson(context);
  if (!known) throw new UserError(context.t.chat.guest, context.t.chat.howToJoin);
  return command.handle(line, known);
}

/** "/" or the bot's name alone. */
function runHelp(offers: Offers, context: GuestContext): Promise<Reply> {
  const help = offers.commands.find('trogiup');
  if (!help) throw new UserError(context.t.chat.notUnderstood, context.t.chat.seeHelp);
  return run(help.command, { text: '', word: 'trogiup', replyTo: null, quoted: null, files: [] }, context);
}

function unknownCommand(word: string, rest: string, offers: Offers, { t, place }: GuestContext): Reply {
  const title = t.chat.noSuchCommand(word.length > 40 ? `${word.slice(0, 40)}…` : word);
  const near = nearestCommand(word, offers.commands.commands);
  if (near === null) return replyPrivately(errorCard(title, t.chat.seeHelp), place);
  const line = `${near} ${rest}`.trim();
  const card = errorCard(title, t.chat.didYouMean(line.length > 1000 ? `/${near} …` : `/${line}`));
  // A button holds 64 bytes; a longer line is typed again.
  if (Buffer.byteLength(`chat.run:${line}`) <= 64 && offers.actions.has('chat.run')) {
    card.buttons = [[{ label: t.chat.run(near), action: 'chat.run', id: line, style: 'primary' }]];
  }
  return replyPrivately(card, place);
}

function knownPerson({ who, ...rest }: GuestContext): Context | null {
  return who ? { ...rest, who } : null;
}

function checkLength(text: string, { t }: GuestContext): void {
  if (text.length > textLengthMax) {
    throw new UserError(t.chat.tooLong(text.length, textLengthMax), t.chat.shorten);
  }
}
