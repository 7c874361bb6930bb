/** What Slack sent, in the words of the core, with where the answer belongs. */
import type { FileIn, Incoming, Quoted, What } from '../../src/chat/incoming.ts';
import type { MessageRef } from '../../src/chat/place.ts';
import { filesIn } from './files.ts';
import type { Origin } from './formOrigin.ts';
import { inTeam, onlyTeam } from './ids.ts';
import type { Names } from './names.ts';
import type { ActionBody, CommandBody, MessageEvent, ShortcutBody } from './payloads.ts';
import { actionOf } from './renderButtons.ts';
import { unescapeMarkup } from './text.ts';
import { asCommand, readTyped } from './typedText.ts';

/** `incoming` goes to the core, the answer to `origin`. `userId`: as Slack numbers the sender. */
export type Heard = { incoming: Incoming; origin: Origin; userId: string };

/** `teamId`: of their own workspace, which in a shared channel may be another (docs.slack.dev/apis/slack-connect). */
export type Speaker = { id: string; name: string; teamId?: string | undefined };

export type HearingDeps = {
  /** Of the workspace that is heard; `onlyTeam` where there is no other. */
  teamId: string;
  names: Names;
  botUserId: string;
  botToken: string;
  apiUrl: string;
  privateChatOf: (userId: string) => Promise<string>;
};

/** The conversation between two people is not the bot's: there it can only answer through the command itself. */
function isPrivate(channelId: string): boolean {
  return channelId.startsWith('D');
}

export async function hearCommand(body: CommandBody, deps: HearingDeps): Promise<Heard> {
  const { command, text, user_id: userId, user_name: userName, channel_id: chatId } = body;
  const origin = await originOf({ chatId, title: body.channel_name, responseUrl: body.response_url }, deps);
  const what = asWhat(command.slice(1), unescapeMarkup(text).trim());
  const name = userName || (await deps.names.ofPerson(userId));
  return heard(`command:${body.trigger_id}`, { id: userId, name }, origin, what, deps);
}

/** Null: not said by a person, or to be ignored like an edit. A mention comes twice, as two events of one message. */
export async function hearMessage(event: MessageEvent, deps: HearingDeps): Promise<Heard | null> {
  const { user: userId, channel: chatId, ts, thread_ts: threadTs, subtype } = event;
  const spoken = subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
  if (!userId || event.bot_id || !spoken || userId === deps.botUserId) return null;
  const { text, mentioned } = readTyped(event.text, deps.botUserId);
  const repliesTo = threadTs !== undefined && threadTs !== ts ? threadTs : null;
  const underCard = repliesTo !== null && event.parent_user_id === deps.botUserId;
  const addressed = isPrivate(chatId) || mentioned || underCard;
  if (!addressed) return null;
  const message = { chatId, threadId: '', messageId: ts };
  const replyTo = repliesTo === null ? null : { chatId, threadId: '', messageId: repliesTo };
  const what: What = {
    kind: 'message',
    text,
    addressed,
    replyTo,
    message,
    files: filesIn(event.files, deps),
  };
  const origin = await originOf({ chatId, threadTs: repliesTo ?? '', title: null }, deps);
  const name = await deps.names.ofPerson(userId);
  const speaker = { id: userId, name, teamId: event.user_team ?? event.team };
  return heard(`message:${inTeam(deps.teamId, chatId)}:${ts}`, speaker, origin, what, deps);
}

/** A mark on a message: what is answered is for the one who set it. */
export async function hearReaction(
  { eventId, chatId, userId, what }: { eventId: string; chatId: string; userId: string; what: What },
  deps: HearingDeps,
): Promise<Heard> {
  const origin = await originOf({ chatId, title: null }, deps);
  return heard(eventId, { id: userId, name: await deps.names.ofPerson(userId) }, origin, what, deps);
}

/** A button of a card, or of the home page, which is nobody's but its reader's. */
export async function hearPress(
  body: ActionBody,
  pressed: { actionId: string; value: string },
  deps: HearingDeps,
): Promise<Heard> {
  const origin = await originOfPress(body, deps);
  const { messageTs, chatId } = origin;
  const message = messageTs === null ? null : { chatId, threadId: '', messageId: messageTs };
  const what: What = { kind: 'press', action: actionOf(pressed.actionId), id: pressed.value, message };
  return heard(`press:${body.trigger_id}`, sender(body.user), origin, what, deps);
}

/** A line that stands in a button or shortcut, as if it had been typed there. */
export async function hearLine(body: ActionBody, line: string, deps: HearingDeps): Promise<Heard> {
  const origin = { ...(await originOfPress(body, deps)), messageTs: null, ephemeral: false };
  const { word, line: rest } = asCommand(line);
  return heard(`press:${body.trigger_id}`, sender(body.user), origin, asWhat(word, rest), deps);
}

/** "Give from this message", with the message; or "give a task" from anywhere. `word`: the command it stands for. */
export async function hearShortcut(
  body: ShortcutBody,
  { word, link }: { word: string; link: string | null },
  deps: HearingDeps,
): Promise<Heard> {
  const { message, channel, user } = body;
  const chatId = channel?.id ?? (await deps.privateChatOf(user.id));
  const origin = await originOf(
    {
      chatId,
      title: channel?.name ?? null,
      responseUrl: body.response_url,
      threadTs: message?.thread_ts ?? '',
    },
    deps,
  );
  const eventId = `shortcut:${body.trigger_id}`;
  if (!message) return heard(eventId, sender(user), origin, asWhat(word, ''), deps);
  const by = message.user ? await deps.names.ofPerson(message.user) : (message.username ?? '');
  const quoted = { text: readTyped(message.text, deps.botUserId).text, by, link };
  const what = asWhat(word, '', quoted, filesIn(message.files, deps));
  return heard(eventId, sender(user), origin, what, deps);
}

export function heard(
  eventId: string,
  speaker: Speaker,
  origin: Origin,
  what: What,
  { teamId }: Pick<HearingDeps, 'teamId'>,
): Heard {
  const { chatId, title } = origin;
  const ownTeam = teamId === onlyTeam ? onlyTeam : (speaker.teamId ?? teamId);
  return {
    origin,
    userId: speaker.id,
    incoming: {
      eventId,
      sender: { platform: 'slack', userId: inTeam(ownTeam, speaker.id), displayName: speaker.name },
      place: {
        platform: 'slack',
        chatId: inTeam(teamId, chatId),
        // A thread belongs to its channel: rooms are bound as channels.
        threadId: '',
        private: origin.private,
        title,
      },
      what: withTeam(what, teamId),
    },
  };
}

/** The messages it names, as the core knows them. */
function withTeam(what: What, teamId: string): What {
  const named = (message: MessageRef): MessageRef => ({ ...message, chatId: inTeam(teamId, message.chatId) });
  switch (what.kind) {
    case 'command':
      return what;
    case 'message':
      return { ...what, message: named(what.message), replyTo: what.replyTo && named(what.replyTo) };
    case 'reaction':
      return { ...what, message: named(what.message) };
    case 'press':
    case 'submit':
      return { ...what, message: what.message && named(what.message) };
  }
}

export function sender(user: ActionBody['user']): Speaker {
  return { id: user.id, name: user.name ?? user.username ?? user.id, teamId: user.team_id };
}

export function asWhat(word: string, line: string, quoted: Quoted | null = null, files: FileIn[] = []): What {
  return { kind: 'command', word, line, replyTo: null, quoted, files };
}

async function originOfPress(body: ActionBody, deps: HearingDeps): Promise<Origin> {
  const { container, channel, user } = body;
  const known = channel?.id ?? container?.channel_id;
  return {
    ...(await originOf(
      {
        chatId: known ?? (await deps.privateChatOf(user.id)),
        title: channel?.name ?? null,
        threadTs: container?.thread_ts ?? '',
        responseUrl: body.response_url,
      },
      deps,
    )),
    messageTs: container?.message_ts ?? null,
    ephemeral: container?.is_ephemeral ?? false,
  };
}

async function originOf(
  {
    chatId,
    threadTs = '',
    title,
    responseUrl,
  }: { chatId: string; threadTs?: string; title: string | null; responseUrl?: string | undefined },
  { names }: HearingDeps,
): Promise<Origin> {
  const inPrivate = isPrivate(chatId);
  const isNamed = title !== null && !['privategroup', 'directmessage', ''].includes(title);
  return {
    chatId,
    threadTs,
    private: inPrivate,
    title: inPrivate ? '' : isNamed ? title : await names.ofChannel(chatId),
    messageTs: null,
    ephemeral: false,
    responseUrl: responseUrl ?? null,
  };
}
