/** The app as Slack wants it described (slackapi/manifest-schema v2): made from the bot's own commands, with exactly the scopes
 *  that this adapter uses. Pure. */
import { redirectPath } from './installPaths.ts';
import { conclusionsShortcut, fromMessageShortcut, newTaskShortcut } from './shortcuts.ts';
import { shorten } from './text.ts';
import type { SlackWords } from './words.ts';

/** `word` without the slash, lower case ASCII. */
export type ManifestCommand = { word: string; summary: string; usage: string };

/** `requestUrl`: null for Socket Mode. */
export type ManifestOptions = {
  commands: readonly ManifestCommand[];
  words: SlackWords;
  requestUrl: string | null;
};

/** Scope → the methods and events that need it. */
export const scopeUses: Readonly<Record<string, readonly string[]>> = {
  commands: ['slash commands', 'shortcuts'],
  'chat:write': ['chat.postMessage', 'chat.update', 'chat.postEphemeral'],
  'im:write': ['conversations.open'],
  'app_mentions:read': ['app_mention'],
  'channels:history': ['message.channels', 'conversations.history', 'conversations.replies'],
  'groups:history': ['message.groups'],
  'im:history': ['message.im'],
  'channels:read': ['conversations.info'],
  'groups:read': ['conversations.info'],
  'reactions:read': ['reaction_added', 'reaction_removed'],
  'users:read': ['users.info'],
  'users:read.email': ['users.info'],
  'files:read': ['url_private_download', 'files.info'],
  'files:write': ['files.getUploadURLExternal', 'files.completeUploadExternal'],
};

/** Events that are listened to. */
export const botEvents = [
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'app_uninstalled',
  'tokens_revoked',
];

/** Slack's limits: command 32 with its slash, description 2000, hint 1000; 50 commands an app. */
export const manifestLimits = {
  command: 32,
  description: 2000,
  usageHint: 1000,
  commands: 50,
  shortcutName: 24,
  shortcutDescription: 150,
};

export function slackManifest({ commands, words, requestUrl }: ManifestOptions): object {
  const { fromMessage, fromMessageHint, conclusions, conclusionsHint, newTask, newTaskHint } =
    words.shortcuts;
  const address = requestUrl === null ? {} : { request_url: requestUrl };
  const redirects = requestUrl === null ? {} : { redirect_urls: [new URL(redirectPath, requestUrl).href] };
  const shortcut = (name: string, description: string, type: string, callbackId: string) => ({
    name: shorten(name, manifestLimits.shortcutName),
    type,
    callback_id: callbackId,
    description: shorten(description, manifestLimits.shortcutDescription),
  });
  return {
    display_information: { name: 'Đầu Mối', description: words.appDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Đầu Mối', always_online: true },
      shortcuts: [
        shortcut(fromMessage, fromMessageHint, 'message', fromMessageShortcut),
        shortcut(conclusions, conclusionsHint, 'message', conclusionsShortcut),
        shortcut(newTask, newTaskHint, 'global', newTaskShortcut),
      ],
      slash_commands: commands.map(({ word, summary, usage }) => ({
        command: `/${word}`,
        description: shorten(summary, manifestLimits.description),
        usage_hint: shorten(usage, manifestLimits.usageHint),
        should_escape: false,
        ...(requestUrl === null ? {} : { url: requestUrl }),
      })),
    },
    oauth_config: { ...redirects, scopes: { bot: Object.keys(scopeUses) } },
    settings: {
      event_subscriptions: { ...address, bot_events: botEvents },
      interactivity: { is_enabled: true, ...address },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === null,
      token_rotation_enabled: false,
    },
  };
}
