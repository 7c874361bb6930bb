/** What the bot offers about itself: /trogiup, and the button that runs a mistyped command as it was meant. */
import { indexCommands } from './commandIndex.ts';
import { replyPrivately } from './errorCard.ts';
import { UserError } from './errors.ts';
import type { Action, Feature, GuestCommand } from './feature.ts';
import { commandHelpCard, helpCard } from './help.ts';

/** `features`: all the others. */
export function chatFeature(features: readonly Pick<Feature, 'commands'>[]): Feature {
  const help: GuestCommand = {
    name: 'trogiup',
    words: { vi: ['trogiup'], en: ['help'] },
    guests: true,
    help: (t) => t.chat.help,
    handle: async ({ text }, { who, t, place }) => {
      if (text === '') return replyPrivately(helpCard(index.commands, who, t), place);
      const found = index.find(text);
      if (found) return replyPrivately(commandHelpCard(found.command, t), place);
      const [word = ''] = text.split(/\s/u, 1);
      throw new UserError(t.chat.help.noSuchHelp(word.slice(0, 40)), t.chat.seeHelp);
    },
  };
  const index = indexCommands([...features, { commands: [help] }]);
  const run: Action = {
    name: 'chat.run',
    press: async (id, context) => {
      const found = index.find(id);
      if (!found) throw new UserError(context.t.chat.oldButton, context.t.chat.openAgain);
      const line = { text: found.rest, word: found.word, replyTo: null, quoted: null, files: [] };
      const { command } = found;
      return command.guests ? command.handle(line, context) : command.handle(line, context);
    },
  };
  return { commands: [help], actions: [run], renderers: {}, ticks: [] };
}
