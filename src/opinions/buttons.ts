/** The buttons of a round: for who is asked, for who waits, for what comes after it. Pure. Showing is no right: each press is checked
 *  when it is taken. */
import { type Button, cardLimits } from '../chat/card.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { optionLabel } from './labels.ts';
import {
  hasAnswered,
  holderOf,
  lastAnswered,
  type RoundView,
  reopenMinutes,
  type SeatView,
  seatsOf,
} from './round.ts';
import type { OpenPart, RoundViewer } from './viewer.ts';

/** Rows in the order of their importance, at most five buttons in each. */
export function roundButtons(round: RoundView, viewer: RoundViewer, parts: readonly OpenPart[]): Button[][] {
  const rows = [
    ...(round.status === 'open' ? [...answerRows(round, viewer), manageRow(round, viewer)] : []),
    ...(round.status === 'closed' ? [nextRow(round, viewer, parts)] : []),
    reopenRow(round, viewer),
    lookRow(round, viewer),
  ];
  return rows.filter((row) => row.length > 0);
}

/** One press gives the opinion; pressed again, another one, it is changed. */
function answerRows(round: RoundView, viewer: RoundViewer): Button[][] {
  const own = seatsOf(round, viewer.personId);
  const rows = own.flatMap((seat) => seatRows(round, seat, viewer, own.length > 1));
  const delegated = round.seats.filter((seat) => seat.person.id === viewer.personId && seat.deputy);
  const { takeBack } = viewer.t.opinions.buttons;
  return [
    ...rows,
    ...delegated.map((seat) => [{ label: takeBack, action: 'opinion.takeBack', id: `${seat.id}` }]),
  ];
}

function seatRows(round: RoundView, seat: SeatView, { t }: RoundViewer, several: boolean): Button[][] {
  const words = t.opinions.buttons;
  const named = (label: string) =>
    shorten(several ? words.forSeat(label, seat.person.name) : label, cardLimits.buttonLabel);
  const answered = hasAnswered(seat);
  const options = round.options.map(({ key }): Button => {
    const label = optionLabel(round, key, t);
    const chosen = answered && seat.opinion?.optionKey === key;
    return {
      label: named(chosen ? words.chosen(label) : label),
      action: 'opinion.give',
      id: `${seat.id}.${key}`,
      ...(key === round.options[0]?.key && !seat.opinion ? { style: 'primary' as const } : {}),
    };
  });
  const confirm: Button[] =
    seat.confirmVersionId === null
      ? []
      : [
          {
            label: named(words.confirm(round.version?.number ?? 0)),
            action: 'opinion.confirm',
            id: `${seat.id}.${seat.confirmVersionId}`,
            style: 'primary',
          },
        ];
  const own = seat.person.id === holderOf(seat).id;
  return [
    confirm,
    ...rowsOf(options),
    [
      { label: named(words.words), action: 'opinion.words', id: `${seat.id}` },
      ...(own && !answered ? [{ label: words.delegate, action: 'opinion.delegate', id: `${seat.id}` }] : []),
    ],
  ];
}

export function rowsOf(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += cardLimits.buttonsPerRow) {
    rows.push(buttons.slice(from, from + cardLimits.buttonsPerRow));
  }
  return rows;
}

function manageRow(round: RoundView, { urges, manages, t }: RoundViewer): Button[] {
  const words = t.opinions.buttons;
  const id = `${round.id}`;
  const code = t.opinions.code(round.id);
  return [
    ...(urges && !round.seats.every(hasAnswered) ? [{ label: words.urge, action: 'opinion.urge', id }] : []),
    ...(manages
      ? [
          { label: words.extend, action: 'opinion.extend', id },
          { label: words.close, action: 'opinion.close', id, confirm: words.closeSure(code) },
          { label: words.cancel, action: 'opinion.cancel', id, style: 'danger' as const },
        ]
      : []),
  ];
}

/** What can be done with the opinions: tasks of them, the next draft, the result of the task. */
function nextRow(round: RoundView, viewer: RoundViewer, parts: readonly OpenPart[]): Button[] {
  const words = viewer.t.opinions.buttons;
  const said = round.seats.some((seat) => seat.opinion?.words);
  const submitted = parts.find((part) => part.status === 'submitted');
  const works = viewer.gives || parts.some((part) => viewer.departmentIds.includes(part.departmentId));
  const { task } = round;
  return [
    ...(viewer.gives && submitted
      ? [{ label: words.accept, action: 'result.accept', id: `${submitted.id}` }]
      : []),
    ...(task?.open && works ? [{ label: words.newVersion, action: 'draft.submit', id: `${task.id}` }] : []),
    ...(viewer.gives && said ? [{ label: words.tasks, action: 'opinion.tasks', id: `${round.id}` }] : []),
  ];
}

/** For who ended it with their answer, while it can be taken back. */
function reopenRow(round: RoundView, { personId, now, t }: RoundViewer): Button[] {
  const { closedAt, status } = round;
  const ended = status === 'closed' && closedAt !== null && round.seats.every(hasAnswered);
  if (!ended || personId === null || lastAnswered(round)?.by.id !== personId) return [];
  if (Temporal.Instant.compare(now, closedAt.add({ minutes: reopenMinutes })) > 0) return [];
  return [{ label: t.opinions.buttons.reopen, action: 'opinion.reopen', id: `${round.id}` }];
}

function lookRow(round: RoundView, { reads, t }: RoundViewer): Button[] {
  const words = t.opinions.buttons;
  const id = `${round.id}`;
  return [
    ...(reads && round.summaryFileId !== null
      ? [{ label: words.summary, action: 'opinion.summary', id }]
      : []),
    ...(round.version ? [{ label: words.draft, action: 'opinion.draft', id }] : []),
    ...(round.task
      ? [
          {
            label: t.tasks.card.buttons.open(t.common.taskCode(round.task.id)),
            action: 'task.open',
            id: `${round.task.id}`,
          },
        ]
      : []),
  ];
}
