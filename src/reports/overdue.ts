/** /quahan: what is late, the longest first, with a button to urge. */
import type { Command } from '../chat/feature.ts';
import { calendarsFor, momentOf, understand } from './asking.ts';
import { assignmentRows, countRows } from './assignmentRows.ts';
import { daysLate, listCard, pageSize } from './listCard.ts';
import { answer, lateButton, notesOf } from './listReply.ts';
import { type Asked, ownView, requestOf } from './request.ts';
import { whichUnit } from './whichUnit.ts';

export const overdueCommand: Command = {
  name: 'quahan',
  words: { vi: ['quahan', 'quáhạn'], en: ['overdue'] },
  guests: false,
  help: (t) => t.reports.overdue.help,
  async handle({ text }, context) {
    const { trx, now, who, t } = context;
    const query = await understand(text, context);
    const asked = (each: Asked) => ({ ...requestOf(each, ownView(who)), states: ['overdue' as const] });
    const choice = whichUnit(query, { requestOf: asked, action: 'report.list' }, context);
    if (choice) return answer(choice, context);
    const request = asked(query);
    const moment = await momentOf(context);
    const rows = await assignmentRows(trx, who, request, moment, pageSize);
    const total = rows.length < pageSize ? rows.length : await countRows(trx, who, request, moment);
    const calendarOf = await calendarsFor(context, rows);
    const longest = rows[0];
    const longestNote = longest
      ? [t.reports.overdue.longest(t.common.taskCode(longest.taskId), daysLate(longest, now, calendarOf))]
      : [];
    const card = listCard({
      title: t.reports.overdue.title(total),
      request,
      rows,
      total,
      notes: [...longestNote, ...notesOf(query, context)],
      now,
      t,
      calendarOf,
      homeAgencyId: who.agencyId,
      buttonOf: (row) => lateButton(row, context),
      tabs: [],
    });
    return answer(card, context);
  },
};
