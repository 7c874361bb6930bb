/** The yearly plan and the yearly report open by themselves, each once, while a programme is signed or under way.
 *
 *  The focal departments of every agency that takes part lead them. Those of a partner get the task as given, not as proposed: by
 *  agreeing to the programme their agency has agreed to its yearly rhythm, as with a task that recurs (tasks/giving/series.ts).
 *  They are given in the name of whoever changed the programme's status last. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Renderer, Tick } from '../chat/feature.ts';
import type { Database } from '../database/tables.ts';
import { inTransaction, type Trx } from '../database/transaction.ts';
import { notify } from '../delivery/notify.ts';
import { localeFor } from '../locale/locale.ts';
import { calendarOf } from '../reminders/calendars.ts';
import { policiesOf } from '../reminders/policies.ts';
import { defaultPolicy } from '../reminders/policy.ts';
import { giveTask } from '../tasks/giving/giveTask.ts';
import { whenOpen } from '../tasks/giving/whenOpen.ts';
import { programmeTitle } from './card.ts';
import { openButton } from './cardButtons.ts';
import { loadProgramme } from './load.ts';
import { isActive, type ProgrammeView } from './programme.ts';
import { recordProgramme } from './record.ts';
import { insertYear, setYearlyAt } from './store.ts';
import { nextYearly, type YearlyTask } from './yearlyPlan.ts';

export const yearlyTick: Tick = {
  name: 'programmes.yearly',
  nextAt: nextYearlyAt,
  /** Each programme in its own transaction: one that fails does not hold the others up. */
  async run(db, now) {
    const due = await db
      .selectFrom('programme')
      .select('id')
      .where('yearly_at', '<=', now)
      .orderBy('yearly_at')
      .limit(atOnceMax)
      .execute();
    const failures: unknown[] = [];
    for (const { id } of due) {
      try {
        await inTransaction(db, (trx) => openDue(trx, now, id));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, `${failures.length} programmes could not open their yearly task`);
    }
  },
};

/** As many as a minute can open; the rest comes with the next. */
const atOnceMax = 200;

/** Index: programme_yearly_idx. */
async function nextYearlyAt(db: Kysely<Database>): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('programme')
    .select(({ fn }) => fn.min('yearly_at').as('at'))
    .where('yearly_at', 'is not', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Sets when the next one opens; to be called after every change of the status or the years, with the row locked. */
export async function planYearly(trx: Trx, now: Temporal.Instant, programmeId: number): Promise<void> {
  const facts = await yearlyFacts(trx, programmeId);
  const next =
    facts && isActive(facts.status) ? nextYearly(facts.years, facts.opened, { now, ...facts }) : null;
  await setYearlyAt(trx, programmeId, next?.opens ?? null);
}

async function openDue(trx: Trx, now: Temporal.Instant, id: number): Promise<void> {
  const locked = await trx
    .selectFrom('programme')
    .select('id')
    .where('id', '=', id)
    .where('yearly_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!locked) return;
  const facts = await yearlyFacts(trx, id);
  const next =
    facts && isActive(facts.status) ? nextYearly(facts.years, facts.opened, { now, ...facts }) : null;
  // A holiday that was announced since may have moved the day.
  if (facts && next && Temporal.Instant.compare(next.opens, now) <= 0) {
    await open(trx, now, id, { ...next, givenBy: facts.statusBy });
  }
  await planYearly(trx, now, id);
}

async function open(
  trx: Trx,
  now: Temporal.Instant,
  programmeId: number,
  { year, what, dueOn, givenBy }: YearlyTask & { dueOn: Temporal.PlainDate; givenBy: number },
): Promise<void> {
  const programme = await loadProgramme(trx, programmeId, now);
  const agency = programme?.agencies[0];
  if (!programme || !agency) throw new Error(`programme ${programmeId} is locked and not there`);
  const { language, time_zone: timeZone } = await trx
    .selectFrom('agency')
    .select(['language', 'time_zone'])
    .where('id', '=', agency.id)
    .executeTakeFirstOrThrow();
  const t = localeFor(language, timeZone);
  const parts = leadsOf(programme);
  const tellAt = await whenOpen(trx, now, [agency.id, ...parts.map((part) => part.agencyId)]);
  const given =
    parts.length === 0
      ? null
      : await giveTask(
          trx,
          now,
          {
            title: t.programmes.yearly.titles[what](year, programme.title),
            agencyId: agency.id,
            timeZone,
            givenBy,
            by: null,
            due: { dueOn, time: null },
            dueWords: null,
            dueConvention: null,
            urgency: 'normal',
            source: sourceOf(programme),
            sourceMessage: null,
            recurrence: null,
            seriesId: null,
            belonging: { programme: { id: programmeId, contentId: null }, origin: null },
            parts,
            followers: [],
          },
          tellAt,
        );
  await insertYear(trx, now, { programmeId, year, what, taskId: given?.taskId ?? null });
  const kind = given ? 'programme.yearOpened' : 'programme.yearMissed';
  const data = { year, what, taskId: given?.taskId ?? null };
  await recordProgramme(trx, now, programmeId, { kind, by: null, data });
  if (given) return;
  await notify(trx, now, {
    key: `programmes.yearMissed:${programmeId}:${year}:${what}`,
    to: { personId: givenBy },
    kind: 'programmes.yearMissed',
    facts: { programmeId, year, what },
    at: now,
    about: [],
  });
}

/** The open focal departments of the agencies that have agreed, each as a lead. */
function leadsOf({ agencies }: ProgrammeView) {
  return agencies
    .filter((agency) => agency.status === 'agreed')
    .flatMap((agency) =>
      agency.departments
        .filter((each) => !each.closed)
        .map((each) => ({
          departmentId: each.id,
          agencyId: agency.id,
          part: 'lead' as const,
          status: 'assigned' as const,
        })),
    );
}

function sourceOf({ signed }: ProgrammeView): { number: string; date: Temporal.PlainDate } | null {
  return signed?.number ? { number: signed.number, date: signed.on } : null;
}

async function yearlyFacts(trx: Trx, programmeId: number) {
  const row = await trx
    .selectFrom('programme')
    .select(['agency_id', 'from_year', 'to_year', 'status', 'status_by'])
    .where('id', '=', programmeId)
    .executeTakeFirst();
  if (!row) return null;
  const opened = await trx
    .selectFrom('programme_year')
    .select(['year', 'what'])
    .where('programme_id', '=', programmeId)
    .execute();
  const policies = await policiesOf(trx, [row.agency_id]);
  const { policy } = policies.get(row.agency_id) ?? { policy: defaultPolicy };
  return {
    years: { from: row.from_year, to: row.to_year },
    status: row.status,
    statusBy: row.status_by,
    opened,
    calendar: await calendarOf(trx, row.agency_id),
    opensAt: policy.hours.start,
  };
}

const missedFacts = z.object({ programmeId: z.number(), year: z.number(), what: z.enum(['plan', 'report']) });

/** To whoever the task would have been given by: there was no department to lead it. */
export const drawYearMissed: Renderer = async (facts, { db, now, t }) => {
  const { programmeId, year, what } = missedFacts.parse(facts);
  const programme = await loadProgramme(db, programmeId, now);
  if (!programme) return null;
  const words = t.programmes.yearly;
  return {
    title: words.missed(words.names[what], year, t.programmes.code(programmeId)),
    tone: 'bad',
    blocks: [
      { kind: 'text', text: programmeTitle(programme, t), style: 'strong' },
      { kind: 'text', text: words.missedMend },
    ],
    buttons: [[openButton(programmeId, { t })]],
  };
};
