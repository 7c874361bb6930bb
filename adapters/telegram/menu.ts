/** The command menus that Telegram shows beside the text box, per language and kind of chat. */
import type { BotApi } from './api.ts';
import type { CommandMenu } from './deps.ts';
import { limits } from './limits.ts';
import { shorten } from './text.ts';

export async function setMenus(api: BotApi, menus: readonly CommandMenu[]): Promise<void> {
  for (const { commands, ...where } of menuCalls(menus)) await api.setCommands(commands, where);
}

type MenuCall = {
  scope: 'all_private_chats' | 'all_group_chats';
  languageCode: string;
  commands: { command: string; description: string }[];
};

/** In groups without what only concerns a person. */
function menuCalls(menus: readonly CommandMenu[]): MenuCall[] {
  return menus.flatMap(({ languageCode, commands }) => [
    { scope: 'all_private_chats', languageCode, commands: commands.flatMap(entry).slice(0, limits.commands) },
    {
      scope: 'all_group_chats',
      languageCode,
      commands: commands
        .filter(({ personal }) => !personal)
        .flatMap(entry)
        .slice(0, limits.commands),
    },
  ]);
}

/** Telegram takes a–z, 0–9 and _ (Bot API, BotCommand): ask-opinion is called ask_opinion there. */
function entry({ word, summary }: { word: string; summary: string }) {
  const command = word.replaceAll('-', '_');
  if (!/^[a-z0-9_]{1,32}$/.test(command)) return [];
  return [{ command, description: shorten(summary, limits.commandDescription) }];
}
