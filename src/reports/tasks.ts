/** /viec: lists in three tabs, or narrowed by words; and the pages of every list. */
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import { replaceCard } from '../chat/reply.ts';
import { understand } from './asking.ts';
import { answer, notesOf, pageOf } from './listReply.ts';
import { readRequest, type View } from './listRequest.ts';
import { type Asked, requestOf } from './request.ts';
import { whichUnit } from './whichUnit.ts';

export const tasksCommand: Command = {
  name: 'viec',
  words: { vi: ['viec', 'việc'], en: ['tasks'] },
  guests: false,
  help: (t) => t.reports.tasks.help,
  async handle({ text }, context) {
    const query = await understand(text, context);
    const asked = { requestOf: (each: Asked) => requestOf(each, defaultTab(context)), action: 'report.list' };
    const choice = whichUnit(query, asked, context);
    if (choice) return answer(choice, context);
    const request = asked.requestOf(query);
    return answer(await pageOf(request, notesOf(query, context), context), context);
  },
};

/** The next page of a list, or another of its tabs. */
export const listAction: Action = {
  name: 'report.list',
  async press(id, context) {
    const request = readRequest(id);
    if (!request) {
      throw new UserError(context.t.reports.situation.oldButton, context.t.reports.situation.oldButtonMend);
    }
    return replaceCard(await pageOf(request, [], context));
  },
};

function defaultTab({ who }: Context): View {
  if (who.memberOf.length > 0) return 'owed';
  return who.officialOf.length + who.leaderOf.length > 0 ? 'given' : 'following';
}
