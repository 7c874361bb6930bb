/** Cards that tell officials and admins about messages that do not arrive. Drawn from the state when they are sent. */
import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import { nameOf, passedOnCode } from './passedOn.ts';

/** Null when it can be reached again by now. */
export const unreachableCard: Renderer = async (facts, { db, t }) => {
  const mark = z.union([z.object({ roomId: z.int() }), z.object({ accountId: z.int() })]).parse(facts);
  const words = t.delivery.unreachable;
  if ('roomId' in mark) {
    const room = await db
      .selectFrom('room')
      .select(['platform', 'unreachable_at', 'unreachable_reason'])
      .where('id', '=', mark.roomId)
      .executeTakeFirstOrThrow();
    if (!room.unreachable_at) return null;
    const name = await nameOf(db, { room_id: mark.roomId, person_id: null });
    const what = words.room(name, t.delivery.platforms[room.platform], room.unreachable_reason ?? '');
    return warning(words.title(name), [what, words.passedOn, words.mendRoom]);
  }
  const account = await db
    .selectFrom('account as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.platform', 'c.unreachable_at', 'c.unreachable_reason', 'p.name'])
    .where('c.id', '=', mark.accountId)
    .executeTakeFirstOrThrow();
  if (!account.unreachable_at) return null;
  const platform = t.delivery.platforms[account.platform];
  const what = words.account(account.name, platform, account.unreachable_reason ?? '');
  return warning(words.title(account.name), [what, words.passedOn, words.mendAccount]);
};

export const failedCard: Renderer = async (facts, { db, t }) => {
  const { from, until } = z.object({ from: z.string(), until: z.string() }).parse(facts);
  const rows = await db
    .selectFrom('notification')
    .select(['room_id', 'person_id', 'failure_code'])
    .where('status', '=', 'failed')
    .where('failed_at', '>=', Temporal.Instant.from(from))
    .where('failed_at', '<', Temporal.Instant.from(until))
    .where('failure_code', '<>', passedOnCode)
    .where('kind', 'not like', 'delivery.%')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return null;
  const lines = await Promise.all(
    rows
      .slice(0, linesMax)
      .map(async (row) => t.delivery.failed.line(await nameOf(db, row), row.failure_code ?? '')),
  );
  if (rows.length > linesMax) lines.push(t.common.andMore(rows.length - linesMax));
  const words = t.delivery.failed;
  return warning(words.title(rows.length), [words.text, lines.join('\n'), words.mend]);
};

export const unsettledCard: Renderer = async (facts, { db, t }) => {
  const { notificationIds, count } = z
    .object({ notificationIds: z.array(z.int()).min(1), count: z.int() })
    .parse(facts);
  const rows = await db
    .selectFrom('notification')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .where('id', 'in', notificationIds)
    .groupBy('status')
    .execute();
  const of = (...statuses: string[]) =>
    rows.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row.count, 0);
  const words = t.delivery.unsettled;
  const lines = [
    { count: of('sent', 'dropped'), say: words.nowSent },
    { count: of('pending'), say: words.stillWaiting },
    { count: of('failed'), say: words.failed },
  ];
  return warning(
    words.title(count),
    lines.filter((line) => line.count > 0).map((line) => line.say(line.count)),
  );
};

const linesMax = 10;

function warning(title: string, paragraphs: string[]): Card {
  return {
    title,
    tone: 'warning',
    blocks: paragraphs.map((text) => ({ kind: 'text', text })),
    buttons: [],
  };
}
