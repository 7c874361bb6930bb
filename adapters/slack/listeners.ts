/** What Bolt hands over, and what is done with it. All but sent forms has been acknowledged before. */
import type { App } from '@slack/bolt';
import type { What } from '../../src/chat/incoming.ts';
import type { Answer, Receive } from '../../src/chat/platform.ts';
import { tellAsker } from '../../src/chat/reply.ts';
import type { Answers, Asked } from './answers.ts';
import type { SlackClient } from './client.ts';
import { readTarget } from './formOrigin.ts';
import { publishHome, refreshAction, runAction } from './home.ts';
import { inTeam } from './ids.ts';
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
import type { Recognising } from './recognising.ts';
import { formCallback, pickDayAction } from './renderForm.ts';
import { shortcutWords } from './shortcuts.ts';
import type { AdapterLog } from './slackLog.ts';
import { answerSubmission, type SentWindow, writePickedDay } from './submissions.ts';
import type { Windows } from './windows.ts';
import type { SlackWords } from './words.ts';

export type ListeningDeps = {
  receive: Receive;
  recognising: Recognising;
  hearing: HearingDeps;
  client: SlackClient;
  answers: Answers;
  windows: Windows;
  wordsFor: (userId: string) => Promise<SlackWords>;
  log: AdapterLog;
  submissionWaitMs: number;
};

/** `of`: what is heard in a workspace. `ended`: it has taken the app away. What a listener throws is Bolt's to hand back to whoever gave it the event. */
export function listen(
  app: App,
  of: (teamId: string) => Promise<ListeningDeps>,
  ended: (teamId: string, reason: string) => Promise<void>,
): void {
  const at = ({ teamId = '' }: { teamId?: string | undefined }) => of(teamId);
  app.event('message', async ({ event, context }) => onMessage(event, await at(context)));
  app.event('app_mention', async ({ event, context }) => onMessage(event, await at(context)));
  app.event('app_home_opened', async ({ event, context }) => onHome(event, await at(context)));
  app.event('reaction_added', async ({ event, context }) => onReaction(event, await at(context)));
  app.event('reaction_removed', async ({ event, context }) => onReaction(event, await at(context)));
  app.event('app_uninstalled', ({ context }) => ended(context.teamId ?? '', 'app_uninstalled'));
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length) await ended(context.teamId ?? '', 'tokens_revoked');
  });
  app.command(/.*/u, async ({ body, context }) => onCommand(body, await at(context)));
  app.action(/.*/u, async ({ body, context }) => onAction(body, await at(context)));
  app.shortcut(/.*/u, async ({ body, context }) => onShortcut(body, await at(context)));
  app.view({ callback_id: formCallback, type: 'view_submission' }, async ({ ack, body, context }) =>
    onSubmission(
      body,
      {
        // Bolt's type of an acknowledgement knows only its own view, which ours is.
        ack: (response) => (response ? ack(response) : ack()),
        late: context.late === true,
      },
      await at(context),
    ),
  );
}

async function onMessage(given: unknown, deps: ListeningDeps): Promise<void> {
  const event = messageEvent.safeParse(given);
  if (!event.success) return;
  const said = await hearMessage(event.data, deps.hearing);
  if (!said) return;
  const answer = await ask(said, deps);
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
    teamId: hearing.teamId,
    nameOf: hearing.names.ofPerson,
    log,
  });
  if (!marked) return;
  const said = await hearReaction(marked, hearing);
  const answer = await ask(said, deps);
  if (answer) await deps.answers.show(answer, await askedBy(said, deps));
}

async function onCommand(given: unknown, deps: ListeningDeps): Promise<void> {
  const body = commandBody.parse(given);
  const said = await hearCommand(body, deps.hearing);
  const asked = await askedBy(said, deps);
  const again = runButton(`${body.command} ${body.text}`, asked);
  await deps.windows.answer(body.trigger_id, ask(said, deps), asked, again);
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
  await deps.windows.answer(body.trigger_id, ask(said, deps), asked, again);
  if (isHome(body)) await showHome(body.user.id, deps);
}

async function onShortcut(given: unknown, deps: ListeningDeps): Promise<void> {
  const body = shortcutBody.parse(given);
  const { message, channel, callback_id: callbackId } = body;
  const word = shortcutWords.get(callbackId);
  if (word === undefined) return;
  const link = message && channel ? await linkTo(channel.id, message.ts, deps) : null;
  const said = await hearShortcut(body, { word, link }, deps.hearing);
  const asked = await askedBy(said, deps);
  await deps.windows.answer(body.trigger_id, ask(said, deps), asked, runButton(word, asked));
}

async function onSubmission(given: unknown, window: SentWindow, deps: ListeningDeps): Promise<void> {
  const { view, user, trigger_id: triggerId } = submissionBody.parse(given);
  const target = readTarget(view.private_metadata);
  if (!target) return await window.ack();
  const { origin, action, id } = target;
  const { chatId, messageTs } = origin;
  const message = messageTs === null ? null : { chatId, threadId: '', messageId: messageTs };
  const what: What = {
    kind: 'submit',
    action,
    id,
    values: readValues(view),
    message,
  };
  const said = heard(`submit:${triggerId}`, sender(user), origin, what, deps.hearing);
  const answering = ask(said, deps);
  const { answers, windows, submissionWaitMs: waitMs } = deps;
  await answerSubmission(view, answering, await askedBy(said, deps), { answers, windows, waitMs }, window);
}

async function onHome(given: unknown, deps: ListeningDeps): Promise<void> {
  const event = homeEvent.safeParse(given);
  if (event.success && event.data.tab !== 'messages') await showHome(event.data.user, deps);
}

async function showHome(userId: string, deps: ListeningDeps): Promise<void> {
  const { client, wordsFor, log, hearing } = deps;
  const askFor = async (id: string, word: string, eventId: string): Promise<Answer | null> => {
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
    return await ask(heard(eventId, { id, name }, origin, asWhat(word, ''), hearing), deps);
  };
  const words = await wordsFor(inTeam(hearing.teamId, userId));
  await publishHome(userId, { client, ask: askFor, words, log });
}

function isHome(body: ActionBody): boolean {
  return body.view?.type === 'home';
}

/** Hands it to the core. Who is recognised on the way is told so first, and then heard as the one they are. */
async function ask(said: Heard, deps: ListeningDeps): Promise<Answer | null> {
  const recognised = await deps.recognising(said);
  if (recognised) {
    const told = { reply: tellAsker(recognised), shown: async () => {} };
    const asked = await askedBy(said, deps);
    await deps.answers.show(told, { ...asked, key: `recognised:${asked.key}` });
  }
  return await deps.receive(said.incoming);
}

async function askedBy({ incoming, origin, userId }: Heard, { wordsFor }: ListeningDeps): Promise<Asked> {
  return { origin, userId, key: incoming.eventId, words: await wordsFor(incoming.sender.userId) };
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
