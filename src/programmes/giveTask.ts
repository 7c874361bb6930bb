/** A task for a content of a programme, or for the programme as a whole: the usual form and preview of /giao, which knows where the
 *  task belongs. */
import type { Context } from '../chat/context.ts';
import type { Action } from '../chat/feature.ts';
import type { FormValues } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { newTaskForm, previewFrom, previewFromForm } from '../tasks/giving/giveCommand.ts';
import { givingAgencies } from '../tasks/giving/givers.ts';
import { refuseConcluded } from './contents.ts';
import { openContent, openProgramme, readId } from './locked.ts';
import type { ProgrammeView } from './programme.ts';

export const giveActions: readonly Action[] = [
  {
    name: 'programme.give',
    press: async (id, context) => {
      const { programme, content } = await openContent(readId(id), 'direct', context);
      return form(programme, { action: 'programme.give', id: `${content.id}` }, content.title, context);
    },
    submit: async (id, values, context) => {
      const { programme, content } = await openContent(readId(id), 'direct', context);
      return submit(programme, content.id, values, context);
    },
  },
  {
    name: 'programme.giveGeneral',
    press: async (id, context) => {
      const programme = await openProgramme(readId(id), 'direct', context);
      return form(programme, { action: 'programme.giveGeneral', id: `${programme.id}` }, '', context);
    },
    submit: async (id, values, context) => {
      const programme = await openProgramme(readId(id), 'direct', context);
      return submit(programme, null, values, context);
    },
  },
];

/** "/chuongtrinh CT-1 giao P. TH lập danh mục, hạn 20/4". */
export async function giveFromLine(
  programmeId: number,
  { text, content }: { text: string; content: number | null },
  context: Context,
): Promise<Reply> {
  const programme = await openProgramme(programmeId, 'direct', context);
  if (text.trim() === '') {
    const target = { action: 'programme.giveGeneral', id: `${programme.id}` };
    return form(programme, target, '', context);
  }
  refuseConcluded(programme, context);
  return previewFrom(text, { quoted: null, belonging: belongingTo(programme, content) }, context);
}

/** The own side's focal departments lead unless others are chosen. */
function form(
  programme: ProgrammeView,
  target: { action: string; id: string },
  title: string,
  context: Context,
): Promise<Reply> {
  refuseConcluded(programme, context);
  const own = givingAgencies(context.who);
  const side = programme.agencies.find((each) => each.id === own[0] && each.status === 'agreed');
  const leadIds = (side?.departments ?? []).filter((each) => !each.closed).map((each) => each.id);
  return newTaskForm(context, target, { title, leadIds });
}

function submit(
  programme: ProgrammeView,
  contentId: number | null,
  values: FormValues,
  context: Context,
): Promise<Reply> {
  refuseConcluded(programme, context);
  return previewFromForm(values, belongingTo(programme, contentId), context);
}

function belongingTo({ id }: ProgrammeView, contentId: number | null) {
  return { programme: { id, contentId }, origin: null };
}
