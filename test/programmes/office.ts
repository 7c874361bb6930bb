/** A programme between the two agencies of the tests, opened and agreed to as people do it. */
import type { Kysely } from 'kysely';
import type { Button } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { programmesFeature } from '../../src/programmes/feature.ts';
import { loadProgramme } from '../../src/programmes/load.ts';
import type { ProgrammeView } from '../../src/programmes/programme.ts';
import { type Office, type Speaker, speaker, storyTime } from '../tasks/office.ts';

export const asOf =
  (db: Kysely<Database>) =>
  (person: number, more: { room?: number } = {}): Speaker =>
    speaker(db, person, { ...more, feature: programmesFeature });

/** Opened by TTTT's official with Phòng Tổng hợp and Phòng Phát triển ứng dụng; `agreed`: CNTT takes part. Gives its id. */
export async function openNow(
  db: Kysely<Database>,
  office: Office,
  { agreed = true, years = '2016–2020' }: { agreed?: boolean; years?: string } = {},
): Promise<number> {
  const as = asOf(db);
  const preview = await as(office.official).says(
    'chuongtrinh',
    `Chương trình phối hợp ${years} giữa TTTT và CNTT, đầu mối Phòng Tổng hợp, Phòng Phát triển ứng dụng`,
  );
  await as(office.official).presses('programme.confirm', buttonOf(preview, 'programme.confirm').id);
  const { id } = await db
    .selectFrom('programme')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (agreed) await as(office.otherOfficial).presses('programme.agree', `${id}.${office.cntt}`);
  return id;
}

export async function programmeOf(
  db: Kysely<Database>,
  id: number,
  now: Temporal.Instant = storyTime,
): Promise<ProgrammeView> {
  const programme = await loadProgramme(db, id, now);
  if (!programme) throw new Error(`there is no programme ${id}`);
  return programme;
}

/** Through all steps up to "đã ký". */
export async function signNow(
  db: Kysely<Database>,
  office: Office,
  id: number,
  at: Temporal.Instant = storyTime,
): Promise<void> {
  const as = asOf(db);
  const signing = {
    number: ['05/CTr-TTTT-CNTT'],
    signedOn: [at.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString()],
    signedBy: ['Giám đốc Trung tâm, Cục trưởng'],
    level: ['cấp Cục và Trung tâm ký'],
  };
  for (const status of ['drafting', 'consulting', 'signed']) {
    const { version } = await programmeOf(db, id);
    const values = { status: [status], ...(status === 'signed' ? signing : {}) };
    await as(office.official).sends('programme.status', `${id}.${version}`, values, at);
  }
}

export function buttonOf(reply: Reply, action: string): Button {
  const buttons = reply.kind === 'card' ? reply.card.buttons.flat() : [];
  const button = buttons.find((each) => each.action === action);
  if (!button) throw new Error(`no button ${action} in ${JSON.stringify(reply)}`);
  return button;
}
