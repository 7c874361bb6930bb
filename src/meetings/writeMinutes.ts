/** Writes the minutes of a record as a Word file in the language of its agency, and keeps it. */
import type { FileRef } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { officialDocument, wordMime } from '../documents/officialDocument.ts';
import { keepFile } from '../files/keepFile.ts';
import { localeFor } from '../locale/locale.ts';
import { leadersOf } from '../people/reach.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { type Meeting, sidesOf } from './meeting.ts';
import { minutesOf } from './minutes.ts';
import { taskRows } from './taskRows.ts';

export async function writeMinutes(
  { trx, now }: Pick<Context, 'trx' | 'now'>,
  meeting: Meeting,
): Promise<FileRef> {
  const { language, time_zone: timeZone } = await trx
    .selectFrom('agency')
    .select(['language', 'time_zone'])
    .where('id', '=', meeting.agency.id)
    .executeTakeFirstOrThrow();
  const t = localeFor(language, timeZone);
  const leaders = await leadersOf(
    trx,
    sidesOf(meeting).map(({ id }) => id),
  );
  const facts = {
    tasks: await taskRows(trx, now, meeting, t),
    leaderIds: new Set([...leaders.values()].flat()),
  };
  const content = await officialDocument(minutesOf(meeting, facts, t), language);
  const day = t.dates.shortDay(meeting.heldOn).replaceAll('/', '-');
  const name = t.meetings.minutes.file(day, shorten(meeting.title, 60));
  const { fileId, name: kept, sizeBytes } = await keepFile(trx, now, { name, mime: wordMime, content }, null);
  return { fileId, name: kept, sizeBytes };
}
