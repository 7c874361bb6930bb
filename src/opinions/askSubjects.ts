/** What the asker may put to leaders: open tasks, the newest first, and programmes. Reads only. */
import type { Context } from '../chat/context.ts';
import { mayOpenRound } from '../people/permissions.ts';
import type { About } from './askTarget.ts';
import { aboutProgrammes, aboutTasks } from './subjectFacts.ts';

export type AskSubject = { value: string; label: string; about: About };

/** As many as one looks through; for others there is the code. */
const subjectsMax = 30;

export async function openSubjects({ trx, who, t }: Context): Promise<AskSubject[]> {
  const agencies = [...new Set([...who.officialOf, ...who.leaderOf])];
  const departments = who.memberOf.map((each) => each.departmentId);
  const tasks = await trx
    .selectFrom('task as k')
    .select(['k.id', 'k.title'])
    .where('k.status', '=', 'open')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('k.given_by', '=', who.personId),
        ...(agencies.length > 0 ? [eb('k.agency_id', 'in', agencies)] : []),
        ...(departments.length > 0
          ? [
              exists(
                selectFrom('assignment as a')
                  .select('a.id')
                  .whereRef('a.task_id', '=', 'k.id')
                  .where('a.department_id', 'in', departments)
                  .where('a.part', '=', 'lead'),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('k.id', 'desc')
    .limit(subjectsMax)
    .execute();
  const programmes = await trx
    .selectFrom('programme as p')
    .select(['p.id', 'p.title'])
    .where(({ exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom('programme_agency as g')
            .select('g.agency_id')
            .whereRef('g.programme_id', '=', 'p.id')
            .where('g.agency_id', 'in', agencies.length > 0 ? agencies : [0])
            .where('g.status', '=', 'agreed'),
        ),
        exists(
          selectFrom('programme_department as d')
            .select('d.department_id')
            .whereRef('d.programme_id', '=', 'p.id')
            .where('d.department_id', 'in', departments.length > 0 ? departments : [0]),
        ),
      ]),
    )
    .orderBy('p.id', 'desc')
    .limit(subjectsMax)
    .execute();
  const taskFacts = await aboutTasks(
    trx,
    tasks.map((task) => task.id),
  );
  const programmeFacts = await aboutProgrammes(
    trx,
    programmes.map((programme) => programme.id),
  );
  const unopened = { openedBy: null, askedIds: [] };
  return [
    ...tasks.flatMap(({ id, title }): AskSubject[] => {
      const facts = taskFacts.get(id);
      if (!facts || !mayOpenRound(who, { ...facts, ...unopened })) return [];
      const label = `${t.common.taskCode(id)} · ${title}`;
      return [{ value: `t${id}`, label, about: { taskId: id, programmeId: null } }];
    }),
    ...programmes.flatMap(({ id, title }): AskSubject[] => {
      const facts = programmeFacts.get(id);
      if (!facts || !mayOpenRound(who, { ...facts, ...unopened })) return [];
      return [{ value: `p${id}`, label: title, about: { taskId: null, programmeId: id } }];
    }),
  ];
}
