/** Rounds of the asker: those that wait for their opinion, and those they opened or follow. Reads only. */
import type { Block, ListItem } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import type { Reply } from '../chat/reply.ts';
import { dueText } from '../tasks/card.ts';
import { openRoundButton } from './draw.ts';
import { loadRounds } from './load.ts';
import { hasAnswered, type RoundView } from './round.ts';

const listMax = 10;

/** Ids of open rounds in which the asker has still to answer, the most pressing first.
 *  Index: opinion_seat_person_idx, opinion_seat_deputy_idx. */
export async function waitingFor({ trx, who }: Pick<Context, 'trx' | 'who'>): Promise<number[]> {
  const rows = await trx
    .selectFrom('opinion_seat as s')
    .innerJoin('opinion_round as r', 'r.id', 's.round_id')
    .select(['r.id', 'r.due_at'])
    .where('r.status', '=', 'open')
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      and([
        or([
          eb('s.deputy_id', '=', who.personId),
          and([eb('s.person_id', '=', who.personId), eb('s.deputy_id', 'is', null)]),
        ]),
        or([
          eb('s.confirm_version_id', 'is not', null),
          not(exists(selectFrom('opinion as o').select('o.id').whereRef('o.seat_id', '=', 's.id'))),
        ]),
      ]),
    )
    .orderBy('r.due_at')
    .orderBy('r.id')
    .execute();
  return [...new Set(rows.map((row) => row.id))];
}

/** The opinions that the asker has still to give, with the way to each; nothing when there are none. */
export async function awaitedBlocks(context: Pick<Context, 'trx' | 'who' | 't'>): Promise<Block[]> {
  const { trx, t } = context;
  const waiting = await waitingFor(context);
  if (waiting.length === 0) return [];
  const rounds = await loadRounds(trx, waiting.slice(0, listMax));
  const title = t.opinions.list.waiting(waiting.length);
  return [
    { kind: 'text', text: title, style: 'strong' },
    { kind: 'list', items: [...rounds.values()].flatMap((round) => itemOf(round, t)) },
  ];
}

/** /ykien alone. */
export async function listOwn(context: Context): Promise<Reply> {
  const { trx, who, t, place } = context;
  const words = t.opinions.list;
  const waiting = (await waitingFor(context)).slice(0, listMax);
  const opened = await trx
    .selectFrom('opinion_round')
    .select('id')
    .where('status', '=', 'open')
    .where('opened_by', '=', who.personId)
    .orderBy('due_at')
    .limit(listMax)
    .execute();
  const answered = await answeredBy(context);
  const followed = [...new Set([...opened.map((row) => row.id), ...answered])].filter(
    (id) => !waiting.includes(id),
  );
  const rounds = await loadRounds(trx, [...waiting, ...followed]);
  const items = (ids: readonly number[]) => ids.flatMap((id) => itemOf(rounds.get(id), t));
  return replyPrivately(
    {
      title: waiting.length > 0 ? words.waiting(waiting.length) : words.nothing,
      tone: waiting.length > 0 ? 'warning' : 'good',
      blocks: [
        ...(waiting.length > 0 ? [{ kind: 'list' as const, items: items(waiting) }] : []),
        ...(followed.length > 0
          ? [
              { kind: 'text' as const, text: words.followed, style: 'strong' as const },
              { kind: 'list' as const, items: items(followed.slice(0, listMax)) },
            ]
          : []),
      ],
      buttons: [],
    },
    place,
  );
}

/** Open rounds in which the asker has answered, or somebody for them. */
async function answeredBy({ trx, who }: Context): Promise<number[]> {
  const rows = await trx
    .selectFrom('opinion_seat as s')
    .innerJoin('opinion_round as r', 'r.id', 's.round_id')
    .select('r.id')
    .where('r.status', '=', 'open')
    .where(({ or, eb }) => or([eb('s.person_id', '=', who.personId), eb('s.deputy_id', '=', who.personId)]))
    .orderBy('r.id')
    .limit(listMax)
    .execute();
  return rows.map((row) => row.id);
}

function itemOf(round: RoundView | undefined, t: Context['t']): ListItem[] {
  if (!round) return [];
  const words = t.opinions.list;
  const answered = round.seats.filter(hasAnswered).length;
  return [
    {
      text: words.line(t.opinions.code(round.id), round.question.slice(0, questionMax)),
      detail: words.detail(dueText(round.due, t), answered, round.seats.length),
      button: openRoundButton(round.id, t),
    },
  ];
}

const questionMax = 200;
