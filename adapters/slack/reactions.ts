/** A message marked with an emoji: by which emoji what is meant, and the message itself, asked for when the core wants it. */
import { z } from 'zod';
import type { Mark, Quoted, What } from '../../src/chat/incoming.ts';
import type { SlackClient } from './client.ts';
import { inTeam } from './ids.ts';
import type { AdapterLog } from './slackLog.ts';
import { readTyped } from './typedText.ts';

/** Names as Slack sends them (docs.slack.dev/reference/events/reaction_added). */
const marks: ReadonlyMap<string, Mark> = new Map([
  ['pushpin', 'note'],
  ['round_pushpin', 'note'],
  ['white_check_mark', 'conclusion'],
  ['heavy_check_mark', 'conclusion'],
  ['memo', 'task'],
  ['zap', 'task'],
]);

export const reactionEvent = z.looseObject({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item_user: z.string().optional(),
  item: z.looseObject({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  event_ts: z.string(),
});
export type ReactionEvent = z.infer<typeof reactionEvent>;

type Deps = {
  client: SlackClient;
  botUserId: string;
  teamId: string;
  nameOf: (userId: string) => Promise<string>;
  log: Pick<AdapterLog, 'info'>;
};

/** Null: an emoji that means nothing here, or set under something that is no message of a person. */
export function readReaction(
  event: ReactionEvent,
  deps: Deps,
): { eventId: string; chatId: string; userId: string; what: What } | null {
  const { type, user: userId, item, item_user: author, event_ts: eventTs } = event;
  const mark = marks.get(event.reaction);
  const { channel: chatId, ts } = item;
  if (!mark || item.type !== 'message' || !chatId || !ts) return null;
  if (userId === deps.botUserId || author === deps.botUserId) return null;
  return {
    eventId: `${type}:${chatId}:${ts}:${userId}:${event.reaction}:${eventTs}`,
    chatId,
    userId,
    what: {
      kind: 'reaction',
      mark,
      added: type === 'reaction_added',
      message: { chatId, threadId: '', messageId: ts },
      read: () => fetchMessage(chatId, ts, deps),
    },
  };
}

/** Null: the bot may not read there, or the message is gone or not a person's. */
async function fetchMessage(chatId: string, ts: string, deps: Deps): Promise<Quoted | null> {
  const { client, log } = deps;
  try {
    const only = { channel: chatId, latest: ts, oldest: ts, inclusive: true, limit: 1 };
    const inChannel = await client.call((api) => api.conversations.history(only));
    const found =
      inChannel.messages?.find((each) => each.ts === ts) ??
      // Answers in a thread do not stand in the channel's history.
      (await client.call((api) => api.conversations.replies({ ...only, ts }))).messages?.find(
        (each) => each.ts === ts,
      );
    if (!found?.text || found.bot_id) return null;
    return {
      text: readTyped(found.text, deps.botUserId).text,
      by: found.user ? await deps.nameOf(found.user) : '',
      link: null,
      ...(found.user ? { userId: inTeam(deps.teamId, found.user) } : {}),
    };
  } catch (err) {
    log.info({ err, chatId }, 'Slack did not give a message that was marked');
    return null;
  }
}
