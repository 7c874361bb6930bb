/** What Slack sends, as far as it is read here; everything else in it is let through. Pure. */
import { z } from 'zod';
import { slackFile } from './files.ts';
import { sentView } from './readForm.ts';

export const commandBody = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().default(''),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});
export type CommandBody = z.infer<typeof commandBody>;

export const messageEvent = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  user: z.string().optional(),
  /** Of the sender; in a shared channel `user_team` says it. */
  team: z.string().optional(),
  user_team: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  channel: z.string(),
  files: z.array(slackFile).default([]),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const homeEvent = z.looseObject({ user: z.string(), tab: z.string().optional() });

const user = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: z.string().optional(),
});
const channel = z.looseObject({ id: z.string(), name: z.string().optional() });

export const actionBody = z.looseObject({
  user,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: channel.optional(),
  container: z
    .looseObject({
      message_ts: z.string().optional(),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  view: sentView.extend({ type: z.string() }).optional(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        block_id: z.string().default(''),
        value: z.string().optional(),
        selected_date: z.string().nullish(),
      }),
    )
    .min(1),
});
export type ActionBody = z.infer<typeof actionBody>;

export const submissionBody = z.looseObject({ user, trigger_id: z.string(), view: sentView });

export const shortcutBody = z.looseObject({
  callback_id: z.string(),
  trigger_id: z.string(),
  user,
  response_url: z.string().optional(),
  channel: channel.optional(),
  message: z
    .looseObject({
      ts: z.string(),
      thread_ts: z.string().optional(),
      text: z.string().default(''),
      user: z.string().optional(),
      username: z.string().optional(),
      files: z.array(slackFile).default([]),
    })
    .optional(),
});
export type ShortcutBody = z.infer<typeof shortcutBody>;
