/** /cuochop: opens the record of a meeting in the conversation it is typed in, and takes what goes into it. */
import type { CommandLine, Context } from '../chat/context.ts';
import type { Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { peopleForm } from './change.ts';
import { cancel, close } from './close.ts';
import { meetingReply } from './drawCard.ts';
import { listMeetings } from './list.ts';
import { openMeetingAt } from './load.ts';
import { lockMeeting } from './locked.ts';
import { newMeetingForm, proposeMeeting } from './openMeeting.ts';
import { lockMeetingHere, recordFromLine } from './record.ts';
import { readWish } from './subcommand.ts';

export const meetingCommand: Command = {
  name: 'cuochop',
  words: { vi: ['cuochop', 'cuộc họp', 'bienban', 'biên bản'], en: ['meeting', 'minutes'] },
  guests: false,
  help: (t) => t.meetings.help,
  handle,
};

async function handle(line: CommandLine, context: Context): Promise<Reply> {
  const wish = readWish(line.text);
  switch (wish.do) {
    case 'record':
      return recordFromLine(wish.kind, wish.text, line, context);
    case 'propose':
      return proposeMeeting(wish.text, context);
    case 'list':
      return listMeetings(context);
    case 'show':
      return showHere(line, context);
    case 'people':
      return peopleForm((await lockMeetingHere(context)).id, context);
    case 'close':
      return close((await lockMeetingHere(context)).id, context, { replaces: false });
    case 'cancel':
      return cancel((await lockMeetingHere(context)).id, context, { replaces: false });
  }
}

/** The record that is kept here, once more at the end of the conversation; none: the form that opens one. In answer to a
 *  message while a record is kept, the message is a note. */
async function showHere(line: CommandLine, context: Context): Promise<Reply> {
  const { trx, place, t } = context;
  const open = await openMeetingAt(trx, place);
  if (!open) return newMeetingForm(context);
  if (line.quoted && line.quoted.text.trim() !== '') return recordFromLine('note', '', line, context);
  const { id } = await lockMeeting(open.id, 'see', context);
  return meetingReply(trx, id, { t, replaces: false });
}
