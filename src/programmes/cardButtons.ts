/** Which buttons the card of a programme shows to whom. Pure. Showing is no right: each press is checked when it is taken. */
import type { Button } from '../chat/card.ts';
import type { CardViewer } from '../tasks/cardViewer.ts';
import { isSigned, type ProgrammeView } from './programme.ts';

/** Rows in the order of their importance, at most five buttons in each. */
export function programmeButtons(programme: ProgrammeView, viewer: CardViewer): Button[][] {
  const { t, agencyIds } = viewer;
  const words = t.programmes.buttons;
  const id = `${programme.id}`;
  const agreed = programme.agencies.filter((each) => each.status === 'agreed').map((each) => each.id);
  const directs = agreed.some((agencyId) => agencyIds.includes(agencyId));
  const manages = agencyIds.includes(programme.agencies[0]?.id ?? 0);
  const focal = programme.agencies.some(
    ({ status, departments }) =>
      status === 'agreed' && departments.some((each) => viewer.departmentIds.includes(each.id)),
  );
  const contributes = directs || focal;
  const open = programme.status !== 'concluded';
  const rows: Button[][] = [
    ...consentRows(programme, viewer),
    contributes && open
      ? [
          { label: words.addContent, action: 'programme.addContent', id },
          { label: words.addDocument, action: 'programme.addDocument', id },
          ...(directs ? [{ label: words.give, action: 'programme.giveGeneral', id }] : []),
          ...(directs && programme.signingLevel === null && !isSigned(programme.status)
            ? [{ label: words.askSigning, action: 'opinion.askSigning', id }]
            : []),
          ...(manages ? [{ label: words.changeStatus, action: 'programme.status', id }] : []),
        ]
      : manages
        ? [{ label: words.changeStatus, action: 'programme.status', id }]
        : [],
    [
      ...(programme.contents.length > 0
        ? [{ label: words.contents, action: 'programme.contents', id: `${id}.0` }]
        : []),
      ...(programme.documents.length > 0
        ? [{ label: words.documents, action: 'programme.documents', id }]
        : []),
      ...(programme.total.parts > 0 ? [{ label: words.tasks, action: 'programme.tasks', id }] : []),
      { label: words.history, action: 'programme.history', id },
      { label: words.export, action: 'programme.export', id },
    ],
    [
      ...(directs || manages ? [{ label: words.edit, action: 'programme.edit', id }] : []),
      ...(manages ? refusedButtons(programme, viewer) : []),
    ],
  ];
  return rows.filter((row) => row.length > 0);
}

/** For those who decide in an agency that is asked. */
export function consentRows(programme: ProgrammeView, { agencyIds, t }: CardViewer): Button[][] {
  const words = t.programmes.buttons;
  return programme.agencies
    .filter((each) => each.status === 'asked' && agencyIds.includes(each.id))
    .slice(0, rowsMax)
    .map((each) => [
      { label: words.agree, action: 'programme.agree', id: `${programme.id}.${each.id}`, style: 'primary' },
      { label: words.disagree, action: 'programme.disagree', id: `${programme.id}.${each.id}` },
    ]);
}

const rowsMax = 3;

/** For the side that opened it: an agency that refused may be asked once more. */
function refusedButtons(programme: ProgrammeView, { t }: CardViewer): Button[] {
  return programme.agencies
    .filter((each) => each.status === 'refused')
    .slice(0, rowsMax)
    .map((each) => ({
      label: t.programmes.buttons.askAgain(each.code),
      action: 'programme.askAgain',
      id: `${programme.id}.${each.id}`,
    }));
}

export function openButton(programmeId: number, { t }: Pick<CardViewer, 't'>): Button {
  const label = t.programmes.buttons.open(t.programmes.code(programmeId));
  return { label, action: 'programme.open', id: `${programmeId}` };
}
