/** What the notifications written so far say, drawn as delivery would draw them. */
import type { Kysely } from 'kysely';
import type { Card } from '../../src/chat/card.ts';
import type { Database } from '../../src/database/tables.ts';
import { draftsFeature } from '../../src/drafts/feature.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';

const renderers = { ...tasksFeature.renderers, ...draftsFeature.renderers };

export type Message = { id: number; key: string; kind: string; to: string; card: Card | null };

/** In the order in which they were written. `to`: "person 3", "room 5". */
export async function messagesOf(
  db: Kysely<Database>,
  taskId: number,
  now: Temporal.Instant,
  families: readonly ('tasks' | 'drafts')[] = ['tasks'],
): Promise<Message[]> {
  const rows = await db
    .selectFrom('notification as n')
    .innerJoin('notification_task as k', 'k.notification_id', 'n.id')
    .select(['n.id', 'n.key', 'n.kind', 'n.facts', 'n.room_id', 'n.person_id'])
    .distinct()
    .where('k.task_id', '=', taskId)
    .where(({ eb }) => eb.or(families.map((each) => eb('n.kind', 'like', `${each}.%`))))
    .orderBy('n.id')
    .execute();
  const messages: Message[] = [];
  for (const row of rows) {
    const draw = renderers[row.kind];
    if (!draw) throw new Error(`nobody draws ${row.kind}`);
    const zone = 'Asia/Ho_Chi_Minh';
    const viewer = {
      db,
      now,
      t: localeFor('vi', zone),
      language: 'vi' as const,
      timeZone: zone,
      roomId: row.room_id,
      personId: row.person_id,
    };
    const to = row.room_id === null ? `person ${row.person_id}` : `room ${row.room_id}`;
    messages.push({ id: row.id, key: row.key, kind: row.kind, to, card: await draw(row.facts, viewer) });
  }
  return messages;
}

/** Marks all that waits as sent, as delivery does once a platform has taken it. */
export async function sendAll(db: Kysely<Database>, now: Temporal.Instant): Promise<void> {
  const waiting = await db.selectFrom('notification').select('id').where('status', '=', 'pending').execute();
  for (const { id } of waiting) {
    await db
      .updateTable('notification')
      .set({
        status: 'sent',
        sent_at: now,
        platform: 'web',
        chat_id: `chat-${id}`,
        thread_id: '',
        message_id: `message-${id}`,
      })
      .where('id', '=', id)
      .execute();
  }
}
