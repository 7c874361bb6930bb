/** What Bolt hands over, and what is done with it. All but sent forms has been acknowledged before. */
import type { App } from '@slack/bolt';
import type { Answer, Receive } from '../../src/chat/platform.ts';
import type { Answers, Asked } from './answers.ts';
import type { SlackClient } from './client.ts';
import { readTarget } from './formOrigin.ts';
import { publishHome, refreshAction, runAction } from './home.ts';
import {
  asWhat,
  type Heard,
  type HearingDeps,
  hearCommand,
  heard,
  hearLine,
  hearMessage,
  hearPress,
  hearReaction,
  hearShortcut,
  sender,
} from './incoming.ts';
import {
  type ActionBody,
  actionBody,
  commandBody,
  homeEvent,
  messageEvent,
  shortcutBody,
  submissionBody,
} from './payloads.ts';
import { reactionEvent, readReaction } from './reactions.ts';
import { readValues } from './readForm.ts';
import { formCallback, pickDayAction } from './renderForm.ts';
import { fromMessageShortcut, newTaskShortcut } from './shortcuts.ts';
import type { AdapterLog } from './slackLog.ts';
import { answerSubmission, type SentWindow, writePickedDay } from './submissions.ts';
import type { Windows } from './windows.ts';
import type { SlackWords } from './words.ts';

export type ListeningDeps = {
  receive: Receive;
  hearing: HearingDeps;
  client: SlackClient;
  answers: Answers;
  windows: Windows;
  wordsFor: (userId: string) => Promise<SlackWords>;
  log: AdapterLog;
  submissionWaitMs: number;
};

/** What a listener throws is Bolt's to hand back to whoever gave it the event. */
export function listen(app: App, deps: ListeningDeps): void {
  app.event('message', ({ event }) => onMessage(event, deps));
  app.event('app_mention', ({ event }) => onMessage(event, deps));
  app.event('app_home_opened', ({ event }) => onHome(event, deps));
  app.event('reaction_added', ({ event }) => onReaction(event, deps));
  app.event('reaction_removed', ({ event }) => onReaction(event, deps));
  app.command(/.*/u, ({ body }) => onCommand(body, deps));
  app.action(/.*/u, ({ body }) => onAction(body, deps));
  app.shortcut(/.*/u, ({ body }) => onShortcut(body, deps));
  app.view({ callback_id: formCallback, type: 'view_submission' }, ({ ack, body, context }) =>
    onSubmission(
      body,
      {
        // Bolt's type of an acknowledgement knows only its own view, which ours is.
        ack: (response) => (response ? ack(response) : ack()),
        late: context.late === true,
      },
      deps,
    ),
  );
}

async function onMessage(given: unknown, deps: ListeningDeps): Promise<void> {
  const event = messageEvent.safeParse(given);
  if (!event.success) return;
  const said = await hearMessage(event.data, deps.hearing);
  if (!said) return;
  const answer = await deps.receive(said.incoming);
  if (!answer) return;
  const asked = await askedBy(said, deps);
  if (answer.reply.kind !== 'form') return await deps.answers.show(answer, asked);
  // A message opens no window: the button does, by saying the same again.
  const { what } = said.incoming;
  const line = what.kind === 'message' ? what.text : '';
  await deps.answers.offerForm(runButton(line, asked), asked);
}

async function onReaction(given: unknown, deps: ListeningDeps): Promise<void> {
  const event = reactionEvent.safeParse(given);
  if (!event.success) return;
  const { client, hearing, log } = deps;
  const marked = readReaction(event.data, {
    client,
    botUserId: hearing.botUserId,
    nameOf: hearing.names.ofPerson,
    log,
  });
  if (!marked) return;
  const said = await hearReaction(marked, hearing);
  const answer = await deps.receive(said.incoming);
  if (answer) await deps.answers.show(answer, await askedBy(said, deps));
}

async function onCommand(given: unknown, deps: ListeningDeps): Promise<void> {
  const body = commandBody.parse(given);
  const said = await hearCommand(body, deps.hearing);
  const asked = await askedBy(said, deps);
  const again = runButton(`${body.command} ${body.text}`, asked);
  await deps.windows.answer(body.trigger_id, deps.receive(said.incoming), asked, again);
}

async function onAction(given: unknown, deps: ListeningDeps): Promise<void> {
  const body = actionBody.parse(given);
  const [pressed] = body.actions;
  if (!pressed) return;
  const { action_id: actionId, block_id: blockId, value = '', selected_date: day } = pressed;
  if (actionId === pickDayAction && body.view && day) {
    return await writePickedDay(body.view, { blockId, day }, deps.windows);
  }
  if (actionId === refreshAction) return await showHome(body.user.id, deps);
  const isLine = actionId.startsWith(runAction);
  const said = isLine
    ? await hearLine(body, value, deps.hearing)
    : await hearPress(body, { actionId, value }, deps.hearing);
  const asked = await askedBy(said, deps);
  const again = { label: asked.words.openForm, action: actionId, id: value };
  await deps.windows.answer(body.trigger_id, deps.receive(said.incoming), asked, again);
  if (isHome(body)) await showHome(body.user.id, deps);
}

async function onShortcut(given: unknown, deps: ListeningDeps): Promise<void> {
  const body = shortcutBody.parse(given);
  const { message, channel, callback_id: callbackId } = body;
  if (callbackId !== fromMessageShortcut && callbackId !== newTaskShortcut) return;
  const link = message && channel ? await linkTo(channel.id, message.ts, deps) : null;
  const said = await hearShortcut(body, link, deps.hearing);
  const asked = await askedBy(said, deps);
  await deps.windows.answer(body.trigger_id, deps.receive(said.incoming), asked, runButton('giao', asked));
}

async function onSubmission(given: unknown, window: SentWindow, deps: ListeningDeps): Promise<void> {
  const { view, user, trigger_id: triggerId } = submissionBody.parse(given);
  const target = readTarget(view.private_metadata);
  if (!target) return await window.ack();
  const { origin, action, id } = target;
  const { chatId, messageTs } = origin;
  const message = messageTs === null ? null : { chatId, threadId: '', messageId: messageTs };
  const said = heard(`submit:${triggerId}`, sender(user), origin, {
    kind: 'submit',
    action,
    id,
    values: readValues(view),
    message,
  });
  const answering = deps.receive(said.incoming);
  const { answers, windows, submissionWaitMs: waitMs } = deps;
  await answerSubmission(view, answering, await askedBy(said, deps), { answers, windows, waitMs }, window);
}

async function onHome(given: unknown, deps: ListeningDeps): Promise<void> {
  const event = homeEvent.safeParse(given);
  if (event.success && event.data.tab !== 'messages') await showHome(event.data.user, deps);
}

async function showHome(userId: string, deps: ListeningDeps): Promise<void> {
  const { client, wordsFor, log, hearing, receive } = deps;
  const ask = async (id: string, word: string, eventId: string): Promise<Answer | null> => {
    const chatId = await hearing.privateChatOf(id);
    const name = await hearing.names.ofPerson(id);
    const origin = {
      chatId,
      threadTs: '',
      private: true,
      title: '',
      messageTs: null,
      ephemeral: false,
      responseUrl: null,
    };
    return await receive(heard(eventId, { id, name }, origin, asWhat(word, '')).incoming);
  };
  await publishHome(userId, { client, ask, wordsFor, log });
}

function isHome(body: ActionBody): boolean {
  return body.view?.type === 'home';
}

async function askedBy({ incoming, origin }: Heard, { wordsFor }: ListeningDeps): Promise<Asked> {
  const { userId } = incoming.sender;
  return { origin, userId, key: incoming.eventId, words: await wordsFor(userId) };
}

function runButton(line: string, { words }: Asked) {
  return { label: words.openForm, action: runAction, id: line.slice(0, 2000), style: 'primary' as const };
}

async function linkTo(channel: string, ts: string, { client, log }: ListeningDeps): Promise<string | null> {
  try {
    const { permalink } = await client.call((api) => api.chat.getPermalink({ channel, message_ts: ts }));
    return permalink ?? null;
  } catch (err) {
    log.info({ err }, 'Slack did not give the link of a message');
    return null;
  }
}
