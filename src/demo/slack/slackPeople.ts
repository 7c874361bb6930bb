/** People at Slack's screens: what they do reaches the bot as Slack would send it, signed over HTTP or through the socket. */
import { createHmac, randomUUID } from 'node:crypto';
import { botUserId } from './loopbackMethods.ts';
import type { LoopbackSlack } from './loopbackSlack.ts';

/** Gives what the bot acknowledged with. */
export type Transport = (
  kind: 'events_api' | 'slash_commands' | 'interactive',
  payload: object,
) => Promise<unknown>;

export const signingSecret = 'bi-mat-thu-nghiem';

export type Button = { text: string; action_id: string; value?: string; block_id?: string };

export function signedHeaders(
  body: string,
  type: string,
  atSeconds = Math.floor(nowMs() / 1000),
): Record<string, string> {
  const digest = createHmac('sha256', signingSecret).update(`v0:${atSeconds}:${body}`).digest('hex');
  return {
    'content-type': type,
    'x-slack-request-timestamp': `${atSeconds}`,
    'x-slack-signature': `v0=${digest}`,
  };
}

/** By the machine's clock, which signatures are checked against. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

export function overHttp(botAddress: string): Transport {
  return async (kind, payload) => {
    const form = 'application/x-www-form-urlencoded';
    const body =
      kind === 'events_api'
        ? JSON.stringify(payload)
        : kind === 'slash_commands'
          ? new URLSearchParams(
              Object.entries(payload).map(([name, value]) => [name, String(value)]),
            ).toString()
          : new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const headers = signedHeaders(body, kind === 'events_api' ? 'application/json' : form);
    const response = await fetch(`${botAddress}/slack/events`, { method: 'POST', headers, body });
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
    const text = await response.text();
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
}

export type Person = ReturnType<typeof createPerson>;

/** `teamId`: the workspace they are in. */
export function createPerson(userId: string, send: Transport, slack: LoopbackSlack, teamId = 'T0001') {
  const privately = `D${userId.slice(1)}`;
  const trigger = (): string => randomUUID();
  const user = { id: userId, name: userId.toLowerCase(), username: userId.toLowerCase() };
  const event = (inner: object, id = `Ev${randomUUID()}`) =>
    send('events_api', {
      type: 'event_callback',
      team_id: teamId,
      event_id: id,
      event: inner,
      authorizations: [],
    });

  return {
    userId,
    privately,
    command: (line: string, channel = privately, triggerId = trigger()) => {
      const [command = '', ...rest] = line.split(' ');
      return send('slash_commands', {
        command,
        text: rest.join(' '),
        user_id: userId,
        user_name: user.name,
        team_id: teamId,
        channel_id: channel,
        channel_name: channel.startsWith('D') ? 'directmessage' : 'phong-tong-hop',
        trigger_id: triggerId,
        response_url: slack.responseUrl(triggerId),
      });
    },
    /** `type`: a mention comes as both. */
    says: (text: string, more: object = {}, type: 'message' | 'app_mention' = 'message') =>
      event({
        type,
        user: userId,
        text,
        ts: `1459849999.${randomUUID().slice(0, 6)}`,
        channel: privately,
        channel_type: 'im',
        ...more,
      }),
    mentions: (text: string, channel: string, ts: string, type: 'message' | 'app_mention') =>
      event({ type, user: userId, text: `<@${botUserId}> ${text}`, ts, channel, channel_type: 'channel' }),
    /** Marks a message of somebody else with an emoji, or takes the mark away. */
    reacts: (message: { channel: string; ts: string; user?: string }, emoji: string, added = true) =>
      event({
        type: added ? 'reaction_added' : 'reaction_removed',
        user: userId,
        reaction: emoji,
        item_user: message.user,
        item: { type: 'message', channel: message.channel, ts: message.ts },
        event_ts: `1459850000.${randomUUID().slice(0, 6)}`,
      }),
    /** `message.ephemeral`: only this person sees it. */
    presses: (
      message: { channel: string; ts: string; ephemeral?: boolean },
      button: Button,
      triggerId = trigger(),
    ) =>
      send('interactive', {
        type: 'block_actions',
        user,
        team: { id: teamId },
        trigger_id: triggerId,
        response_url: slack.responseUrl(triggerId),
        channel: { id: message.channel, name: 'phong-tong-hop' },
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: message.ephemeral ?? false,
        },
        actions: [{ block_id: 'b', type: 'button', action_ts: '1', ...button }],
      }),
    inView: (view: object, action: object, triggerId = trigger()) =>
      send('interactive', {
        type: 'block_actions',
        user,
        team: { id: teamId },
        trigger_id: triggerId,
        container: { type: 'view' },
        view,
        actions: [action],
      }),
    /** With its state, as `viewState` makes it. */
    sendsWindow: (view: object) =>
      send('interactive', {
        type: 'view_submission',
        user,
        team: { id: teamId },
        trigger_id: trigger(),
        view,
      }),
    /** A value that is no text is what the field's element holds: `{ type: 'static_select', selected_option: … }`. */
    submits: (view: Record<string, unknown>, values: Record<string, string | object>) =>
      send('interactive', {
        type: 'view_submission',
        user,
        team: { id: teamId },
        trigger_id: trigger(),
        view: {
          ...view,
          state: {
            values: Object.fromEntries(
              Object.entries(values).map(([name, value]) => [
                `${name}|1`,
                { value: typeof value === 'string' ? { type: 'plain_text_input', value } : value },
              ]),
            ),
          },
        },
      }),
    shortcut: (callbackId: string, message?: object, channel?: string) =>
      send('interactive', {
        type: message ? 'message_action' : 'shortcut',
        callback_id: callbackId,
        user,
        team: { id: teamId },
        trigger_id: trigger(),
        ...(message ? { message, channel: { id: channel, name: 'phong-tong-hop' } } : {}),
        ...(message ? { response_url: slack.responseUrl('shortcut') } : {}),
      }),
    opensHome: () =>
      event({ type: 'app_home_opened', user: userId, channel: privately, tab: 'home', event_ts: '1' }),
  };
}

/** Every button in these blocks. */
export function buttonsIn(blocks: unknown): Button[] {
  const found: Button[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'button' && 'action_id' in node && 'text' in node) {
      const { action_id: actionId, text } = node;
      const label = typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
      const value = 'value' in node ? { value: String(node.value) } : {};
      found.push({ text: label, action_id: String(actionId), ...value });
    }
    for (const each of Object.values(node)) walk(each);
  };
  walk(blocks);
  return found;
}
