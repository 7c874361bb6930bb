/** The app's home: what the person owes and gave, how things stand, and what one does most. */
import { randomUUID } from 'node:crypto';
import type { Button, Card } from '../../src/chat/card.ts';
import type { Answer } from '../../src/chat/platform.ts';
import type { SlackClient } from './client.ts';
import { limits } from './limits.ts';
import { cardBlocks } from './renderCard.ts';
import type { AdapterLog } from './slackLog.ts';
import type { SlackWords } from './words.ts';

/** Runs what stands in its value as if it had been typed. */
export const runAction = 'slack.run';
export const refreshAction = 'slack.refresh';

/** The core's answers to these two commands are the page. */
const shown = ['viec', 'tinhhinh'] as const;

export type HomeDeps = {
  client: SlackClient;
  /** Asks the core as this person, privately. */
  ask: (userId: string, word: string, eventId: string) => Promise<Answer | null>;
  words: SlackWords;
  log: AdapterLog;
};

/** Never rejects: a page that could not be drawn is logged. */
export async function publishHome(userId: string, { client, ask, words, log }: HomeDeps): Promise<void> {
  try {
    const answers = await Promise.all(shown.map((word) => ask(userId, word, `home:${word}:${randomUUID()}`)));
    const drawn = answers.flatMap((answer) => (answer?.reply.kind === 'card' ? [answer.reply.card] : []));
    // Whoever the bot does not know gets the same word twice.
    const cards = [...new Map(drawn.map((card) => [card.title, card])).values()];
    const each = Math.floor(limits.viewBlocks / (cards.length + 1));
    const blocks = [quickActions(words), ...cards].flatMap((card) => cardBlocks(card, words, 'home', each));
    await client.call((api) => api.views.publish({ user_id: userId, view: { type: 'home', blocks } }));
  } catch (err) {
    log.error({ err, userId }, 'The home page in Slack could not be drawn');
  }
}

function quickActions({ home }: SlackWords): Card {
  const run = (label: string, line: string, style?: 'primary'): Button => ({
    label,
    action: runAction,
    id: line,
    ...(style ? { style } : {}),
  });
  return {
    title: home.title,
    tone: 'neutral',
    blocks: [{ kind: 'text', text: home.intro, style: 'small' }],
    buttons: [
      [
        run(home.give, 'giao', 'primary'),
        run(home.situation, 'tinhhinh'),
        run(home.overdue, 'quahan'),
        run(home.help, 'trogiup'),
        { label: home.refresh, action: refreshAction, id: '' },
      ],
    ],
  };
}
