/** Two agencies with people, and a way to speak to the giving feature as each of them: one transaction per message, as in the
 *  bot. */
import type { Kysely } from 'kysely';
import type { Card } from '../../../src/chat/card.ts';
import type { Context } from '../../../src/chat/context.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Quoted } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { LanguageCode, RoleName } from '../../../src/database/codes.ts';
import type { Database } from '../../../src/database/tables.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { fold } from '../../../src/language/folding.ts';
import { localeFor } from '../../../src/locale/locale.ts';
import { loadActorOf } from '../../../src/people/identify.ts';
import { tasksFeature } from '../../../src/tasks/feature.ts';
import { givingFeature } from '../../../src/tasks/giving/feature.ts';

/** The afternoon of the story. */
export const storyTime = Temporal.Instant.from('2016-04-05T16:41:00+07:00');

export type Office = Awaited<ReturnType<typeof makeOffice>>;

export async function makeOffice(db: Kysely<Database>) {
  const tttt = await agency(db, 'TTTT', 'Trung tâm Thông tin – Ủy ban Dân tộc', []);
  const cntt = await agency(db, 'CNTT', 'Cục Công nghệ thông tin', ['Cục CNTT']);
  const th = await department(db, tttt, 'TH', 'Phòng Tổng hợp', ['P. Tổng hợp']);
  const kh = await department(db, tttt, 'KH', 'Phòng Kế hoạch', ['P. Kế hoạch']);
  const vp = await department(db, tttt, 'VP', 'Văn phòng', []);
  const ptud = await department(db, cntt, 'PTUD', 'Phòng Phát triển ứng dụng', []);
  const khtc = await department(db, cntt, 'KHTC', 'Phòng Kế hoạch – Tài chính', []);
  await db
    .insertInto('active_platform')
    .values({ platform: 'web' })
    .onConflict((c) => c.doNothing())
    .execute();
  return {
    tttt,
    cntt,
    th,
    kh,
    vp,
    ptud,
    khtc,
    official: await person(db, tttt, 'Chuyên viên Tổng hợp', [{ role: 'official', agencyId: tttt }]),
    leader: await person(db, tttt, 'Giám đốc Trung tâm', [{ role: 'leader', agencyId: tttt }]),
    member: await person(db, tttt, 'Trưởng phòng Tổng hợp', [
      { role: 'member', agencyId: tttt, departmentId: th, head: true },
    ]),
    otherOfficial: await person(db, cntt, 'Chuyên viên Cục', [{ role: 'official', agencyId: cntt }]),
    bothOfficial: await person(db, tttt, 'Thư ký chương trình phối hợp', [
      { role: 'official', agencyId: tttt },
      { role: 'official', agencyId: cntt },
    ]),
  };
}

async function agency(db: Kysely<Database>, code: string, name: string, aliases: string[]): Promise<number> {
  const { id } = await db
    .insertInto('agency')
    .values({ code, name, created_at: storyTime })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const alias of aliases) await addAlias(db, id, null, alias);
  return id;
}

async function department(
  db: Kysely<Database>,
  agencyId: number,
  code: string,
  name: string,
  aliases: string[],
): Promise<number> {
  const { id } = await db
    .insertInto('department')
    .values({ agency_id: agencyId, code, name, created_at: storyTime })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const alias of aliases) await addAlias(db, agencyId, id, alias);
  await db
    .insertInto('room')
    .values({
      platform: 'web',
      chat_id: `room-${id}`,
      agency_id: agencyId,
      department_id: id,
      bound_at: storyTime,
    })
    .execute();
  return id;
}

async function addAlias(db: Kysely<Database>, agencyId: number, departmentId: number | null, alias: string) {
  await db
    .insertInto('unit_alias')
    .values({
      agency_id: agencyId,
      department_id: departmentId,
      alias,
      folded: fold(alias),
      created_at: storyTime,
    })
    .execute();
}

type Role = { role: RoleName; agencyId: number; departmentId?: number; head?: boolean };

async function person(db: Kysely<Database>, agencyId: number, name: string, roles: Role[]): Promise<number> {
  const { id } = await db
    .insertInto('person')
    .values({ agency_id: agencyId, name, created_at: storyTime })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('account')
    .values({ person_id: id, platform: 'web', user_id: `person-${id}`, bound_at: storyTime })
    .execute();
  for (const { role, agencyId: of, departmentId, head = false } of roles) {
    await db
      .insertInto('person_role')
      .values({ person_id: id, role, agency_id: of, department_id: departmentId ?? null, head })
      .execute();
  }
  return id;
}

export type Speaker = {
  /** /hoantac. */
  undoes: (at?: Temporal.Instant) => Promise<Reply>;
  says: (line: string, options?: { quoted?: Quoted; at?: Temporal.Instant }) => Promise<Reply>;
  presses: (action: string, id: string, at?: Temporal.Instant) => Promise<Reply>;
  sends: (action: string, id: string, values: FormValues, at?: Temporal.Instant) => Promise<Reply>;
};

/** Speaks in a private conversation with the bot. */
export function speaker(db: Kysely<Database>, personId: number, language: LanguageCode = 'vi'): Speaker {
  const run = (at: Temporal.Instant, work: (context: Context) => Promise<Reply>) =>
    inTransaction(db, async (trx) => {
      const who = await loadActorOf(trx, personId);
      if (!who) throw new Error(`there is no person ${personId}`);
      return work({
        trx,
        now: at,
        who,
        account: { platform: 'web', userId: `person-${personId}`, displayName: who.name },
        place: { platform: 'web', chatId: `private-${personId}`, threadId: '', private: true, title: '' },
        t: localeFor(language, who.timeZone),
        message: null,
      });
    });
  const action = (name: string) => {
    const found = [...givingFeature.actions, ...tasksFeature.actions].find((each) => each.name === name);
    if (!found) throw new Error(`there is no action ${name}`);
    return found;
  };
  const [give] = givingFeature.commands;
  return {
    says: (line, { quoted, at = storyTime } = {}) =>
      run(at, async (context) => {
        if (!give || give.guests) throw new Error('/giao is a command of known people');
        return give.handle(
          { text: line, word: 'giao', replyTo: null, quoted: quoted ?? null, files: [] },
          context,
        );
      }),
    undoes: (at = storyTime) =>
      run(at, async (context) => {
        const undo = tasksFeature.commands.find(({ name }) => name === 'hoantac');
        if (!undo || undo.guests) throw new Error('/hoantac is a command of known people');
        return undo.handle({ text: '', word: 'hoantac', replyTo: null, quoted: null, files: [] }, context);
      }),
    presses: (name, id, at = storyTime) =>
      run(at, async (context) => {
        const { press } = action(name);
        if (!press) throw new Error(`${name} takes no press`);
        return press(id, context);
      }),
    sends: (name, id, values, at = storyTime) =>
      run(at, async (context) => {
        const { submit } = action(name);
        if (!submit) throw new Error(`${name} takes no form`);
        return submit(id, values, context);
      }),
  };
}

/** The card of an answer. */
export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`a ${reply.kind} is no card`);
  return reply.card;
}

/** Everything a card says, a line each, buttons last in brackets. */
export function textOf(card: Card): string {
  const blocks = card.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
        return [block.text];
      case 'fields':
        return block.fields.map(({ label, value }) => `${label}: ${value}`);
      case 'list':
        return block.items.map(({ text, detail }) => [text, detail].filter(Boolean).join(' – '));
      case 'quote':
        return [`“${block.text}” – ${block.by}`];
      default:
        return [];
    }
  });
  return [card.title, ...blocks, ...card.buttons.map((row) => row.map((b) => `[${b.label}]`).join(' '))].join(
    '\n',
  );
}

/** The button with this label. */
export function buttonOf(card: Card, label: string) {
  const inLists = card.blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .map((item) => item.button);
  const button = [...card.buttons.flat(), ...inLists].find((each) => each?.label === label);
  if (!button) throw new Error(`no button “${label}” on:\n${textOf(card)}`);
  return button;
}

/** Presses the button with this label. */
export function pressOn(who: Speaker, reply: Reply, label: string, at = storyTime): Promise<Reply> {
  const { action, id } = buttonOf(cardOf(reply), label);
  return who.presses(action, id, at);
}
