/** A feature to try the router with: /lamviec does what its line says, and leaves a trace in the history. */
import type { Kysely } from 'kysely';
import type { Card } from '../../src/chat/card.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Command, Feature, GuestCommand } from '../../src/chat/feature.ts';
import { type Reply, showCard } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { recordEvent } from '../../src/history/recordEvent.ts';

const help = { summary: 'x', usage: 'x', examples: ['x', 'y'] as const };
const say = (title: string) => showCard({ title, tone: 'neutral', blocks: [], buttons: [] });

/** /lamviec does what its line says. */
export const work: Command = {
  name: 'lamviec',
  words: { vi: ['lamviec', 'làm-việc'], en: ['work'] },
  guests: false,
  help: () => help,
  handle: async ({ text, word }, { trx, now, who, t }) => {
    await recordEvent(trx, {
      at: now,
      kind: 'test.work',
      personId: who.personId,
      platform: 'web',
      data: { text },
    });
    if (text === 'mistake') throw new UserError('Chưa rõ hạn.', 'Xin ghi ngày, ví dụ 15/4.');
    if (text === 'bug') throw new Error('secret detail');
    return say(`${t.language}:${word}:${text}`);
  },
};

const open: GuestCommand = {
  ...work,
  name: 'mo',
  words: { vi: ['mo'], en: ['open'] },
  guests: true,
  handle: async ({ text }, { who }) => say(`${who?.name ?? 'guest'}:${text}`),
};

export const feature: Feature = {
  commands: [work, open],
  actions: [
    {
      name: 'test.do',
      press: async (id) => ({ kind: 'toast', text: `pressed ${id}` }),
      submit: async (id, values) => {
        if (id === 'bug') throw new Error('secret detail');
        if (values.date?.[0] === 'x') throw new UserError('Chưa rõ ngày.', 'Ví dụ 15/4.', 'date');
        return say(`sent ${JSON.stringify(values)}`);
      },
    },
    { name: 'test.live', press: async (id) => liveReply(Number(id)) },
  ],
  renderers: {},
  ticks: [],
  onReply: async ({ to, text }) => (to.messageId === 'card' ? say(`comment: ${text}`) : null),
  onSentence: async (text) => say(`sentence: ${text}`),
};

function liveReply(taskId: number): Reply {
  const card: Card = { title: 'task', tone: 'neutral', blocks: [], buttons: [] };
  return { kind: 'card', card, to: 'place', replaces: false, live: { kind: 'task', id: taskId } };
}

/** How often /lamviec has left its trace. */
export async function countWork(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'test.work')
    .executeTakeFirstOrThrow();
  return row.count;
}
