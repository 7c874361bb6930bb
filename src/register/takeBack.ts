/** /hoantac after something in the register: the way back that its answer offers, when that was the last thing somebody did. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Reply } from '../chat/reply.ts';
import { undoMinutes } from '../tasks/undo.ts';
import { close, reopen } from './change.ts';
import { reconsider } from './decide.ts';
import { withdraw } from './propose.ts';

/** Null when the last thing was something else. `sinceEvent`: of the last step in a task that can go back; 0 for none. Index:
 *  event_at_idx. @throws UserError when it has no such way: nothing older goes back instead */
export async function takeBackMatter(sinceEvent: number, context: Context): Promise<Reply | null> {
  const { trx, now, who, t } = context;
  const last = await trx
    .selectFrom('event')
    .select(['id', 'kind', 'subject_id', 'data'])
    .where('at', '>=', now.subtract({ minutes: undoMinutes }))
    .where('person_id', '=', who.personId)
    .where('subject_kind', '=', 'matter')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last || last.id < sinceEvent) return null;
  const requestId = 'requestId' in last.data ? `${last.data.requestId}` : '';
  const itemId = last.subject_id ?? 0;
  switch (last.kind) {
    case 'register.accepted':
    case 'register.refused':
      return reconsider(requestId, context);
    case 'register.asked':
      return withdraw(requestId, context);
    case 'register.added':
      return close(`${itemId}`, context);
    case 'register.closed':
      return reopen(`${itemId}`, context);
    // What was taken back: the step before it is meant.
    case 'register.reconsidered':
    case 'register.withdrawn':
      return null;
    default: {
      const code = t.register.code(itemId);
      throw new UserError(t.register.refusals.undoByButton(code), t.register.seeItem(code));
    }
  }
}
