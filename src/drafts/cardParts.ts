/** What a task's card says of its draft, and which buttons it has for whom. Pure. Showing is no right: each press is checked. */
import type { Block, Button } from '../chat/card.ts';
import type { AssignmentStatus } from '../database/codes.ts';
import type { Locale } from '../locale/locale.ts';
import type { CardViewer } from '../tasks/cardViewer.ts';
import type { TaskView } from '../tasks/task.ts';
import { allLeadsAgree, type DraftPart, type DraftVersion, worksOn, yetToAgree } from './draft.ts';
import { agreedText, authorText, contentText } from './draftText.ts';

type WithDraft = Pick<TaskView, 'id' | 'status' | 'agency' | 'giver' | 'assignments' | 'draft'>;

/** The latest version, and who is content with it. Nothing while there is none. */
export function draftBlocks({ draft, assignments }: WithDraft, t: Locale): Block[] {
  if (!draft) return [];
  const words = t.drafts;
  const line = words.line(
    words.version(draft.number),
    authorText(draft, t),
    t.dates.shortMoment(draft.handedInAt),
  );
  const complete = draft.agreements.length > 0 && allLeadsAgree(partsOf({ assignments }), draft);
  const details = [
    contentText(draft, t),
    agreedText(draft, t),
    ...(complete ? [words.allAgreed] : []),
  ].filter((each) => each !== '');
  return [
    { kind: 'text', text: line },
    { kind: 'text', text: details.join('\n'), style: 'small' },
  ];
}

/** One row: to get it, to agree, to see them all; when the leads agree to ask the leaders; for those without work in hand also to hand in. */
export function draftButtons(task: WithDraft, viewer: CardViewer): Button[] {
  const { draft } = task;
  if (!draft) return [];
  const { t } = viewer;
  const gives = viewer.personId === task.giver.id || viewer.agencyIds.includes(task.agency.id);
  // Whoever is at work has the button among those for the work.
  const own = task.assignments.filter((each) => viewer.departmentIds.includes(each.department.id));
  const atWork = own.some(({ status }) => inHand.includes(status));
  const hands = !atWork && (gives || own.some(worksOn));
  const submitNew: Button = {
    label: t.drafts.buttons.submitNew,
    action: 'draft.submit',
    id: `${task.id}`,
  };
  return [
    getButton(draft, t.drafts.buttons.get),
    ...(task.status === 'open' ? agreeButtons(draft, partsOf(task), viewer) : []),
    ...(task.status === 'open' ? askButtons(task, draft, viewer) : []),
    listButton(task.id, t),
    ...(hands && task.status === 'open' ? [submitNew] : []),
  ];
}

const inHand: readonly AssignmentStatus[] = ['assigned', 'accepted', 'returned'];

/** For departments that have not said it yet. */
export function agreeButtons(
  draft: DraftVersion,
  parts: readonly DraftPart[],
  { departmentIds, t }: Pick<CardViewer, 'departmentIds' | 't'>,
): Button[] {
  const own = yetToAgree(parts, draft).filter((part) => departmentIds.includes(part.departmentId));
  if (own.length === 0) return [];
  return [{ label: t.drafts.buttons.agree, action: 'draft.agree', id: `${draft.id}`, style: 'primary' }];
}

/** The way on to the leaders' opinions, for the giving side and the departments in the lead: when all of these stand behind it. */
export function askButtons(
  task: Pick<WithDraft, 'agency' | 'giver' | 'assignments'>,
  draft: DraftVersion,
  { personId, agencyIds, departmentIds, t }: CardViewer,
): Button[] {
  if (!allLeadsAgree(partsOf(task), draft)) return [];
  const gives = personId === task.giver.id || agencyIds.includes(task.agency.id);
  const leads = partsOf(task).some(
    (part) => part.part === 'lead' && worksOn(part) && departmentIds.includes(part.departmentId),
  );
  if (!gives && !leads) return [];
  return [{ label: t.drafts.buttons.askOpinions, action: 'opinion.ask', id: `${draft.id}` }];
}

export function getButton(draft: Pick<DraftVersion, 'id'>, label: string): Button {
  return { label, action: 'draft.get', id: `${draft.id}` };
}

export function listButton(taskId: number, t: Locale): Button {
  return { label: t.drafts.buttons.list, action: 'draft.list', id: `${taskId}` };
}

/** The parts of a task as the rules of drafts need them. */
export function partsOf({ assignments }: Pick<TaskView, 'assignments'>): DraftPart[] {
  return assignments.map(({ department, part, status }) => ({ departmentId: department.id, part, status }));
}
