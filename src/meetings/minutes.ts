/** The minutes of a meeting as an official document: participants, what was said, conclusions, tasks. Pure. */
import type { DocumentBlock, OfficialDocument } from '../documents/document.ts';
import type { Locale } from '../locale/locale.ts';
import { heldAt } from './card.ts';
import { itemsOf, type Meeting, type Participant, sidesOf } from './meeting.ts';
import type { TaskRow } from './taskRows.ts';

/** `leaderIds`: people who lead an agency; one of them who took part signs for it. */
export function minutesOf(
  meeting: Meeting,
  facts: { tasks: readonly TaskRow[]; leaderIds: ReadonlySet<number> },
  t: Locale,
): OfficialDocument {
  const { minutes: words } = t.meetings;
  const { agency, place, programme } = meeting;
  const sides = sidesOf(meeting);
  const parts: [string, DocumentBlock[]][] = [
    [words.heads.people, peopleBlocks(meeting)],
    [words.heads.notes, listOf(itemsOf(meeting, 'note').map((item) => words.said(item.saidBy, item.text)))],
    [
      words.heads.conclusions,
      listOf(
        itemsOf(meeting, 'conclusion').map(({ text }) => text),
        true,
      ),
    ],
    [words.heads.tasks, taskBlocks(facts.tasks, t)],
  ];
  return {
    ...headOf(agency.name),
    number: null,
    place: words.town,
    date: meeting.heldOn,
    kind: words.kind,
    subject: meeting.title,
    body: [
      { kind: 'paragraph', text: words.time(heldAt(meeting, t)) },
      ...(place === '' ? [] : [{ kind: 'paragraph', text: words.place(place) } satisfies DocumentBlock]),
      ...(programme
        ? [{ kind: 'paragraph', text: words.programme(programme.title) } satisfies DocumentBlock]
        : []),
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([head, blocks], index): DocumentBlock[] => [
          { kind: 'heading', level: 1, text: `${romans[index] ?? index + 1}. ${head}` },
          ...blocks,
        ]),
      {
        kind: 'paragraph',
        text: sides.length > 1 ? words.copies(sides.length) : words.oneCopy(headOf(agency.name).agency),
      },
    ],
    signatures: signaturesOf(meeting, facts.leaderIds, t),
    recipients: [...sides.map(({ name }) => name), words.archive],
  };
}

const romans = ['I', 'II', 'III', 'IV'];

/** "Trung tâm Thông tin – Ủy ban Dân tộc": the agency above comes after the dash. */
function headOf(name: string): Pick<OfficialDocument, 'agency' | 'parentAgency'> {
  const [agency = name, ...above] = name.split(/\s+[–—-]\s+/u);
  return { agency, parentAgency: above.length > 0 ? above.join(' – ') : null };
}

function peopleBlocks(meeting: Meeting): DocumentBlock[] {
  return sidesOf(meeting).flatMap((side, index): DocumentBlock[] => {
    const names = namesOf(meeting.participants, side.id);
    return [
      { kind: 'paragraph', style: 'strong', text: `${index + 1}. ${side.name}` },
      ...(names.length > 0 ? [{ kind: 'list', items: names } satisfies DocumentBlock] : []),
    ];
  });
}

function listOf(items: string[], numbered = false): DocumentBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items, numbered }];
}

function taskBlocks(tasks: readonly TaskRow[], t: Locale): DocumentBlock[] {
  if (tasks.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: t.meetings.minutes.columns,
      rows: tasks.map(({ title, leads, coordinating, due }, index) => [
        `${index + 1}`,
        title,
        leads,
        coordinating,
        due,
      ]),
      widths: [1, 6, 3, 3, 3],
    },
  ];
}

/** For each side, a leader who took part, else the first who did; among themselves the one who wrote, and who was in the chair. */
function signaturesOf(
  meeting: Meeting,
  leaderIds: ReadonlySet<number>,
  t: Locale,
): OfficialDocument['signatures'] {
  const { minutes: words } = t.meetings;
  const sides = sidesOf(meeting);
  const leaderOf = (agencyId: number) =>
    meeting.participants.find(
      ({ agency, personId }) => agency.id === agencyId && personId !== null && leaderIds.has(personId),
    )?.name;
  if (sides.length > 1) {
    return sides.map(({ id, name }) => ({
      title: words.representative(headOf(name).agency),
      name: leaderOf(id) ?? namesOf(meeting.participants, id)[0] ?? '',
    }));
  }
  return [
    { title: words.secretary, name: meeting.openedBy.name },
    { title: words.chair, name: leaderOf(meeting.agency.id) ?? '' },
  ];
}

function namesOf(participants: readonly Participant[], agencyId: number): string[] {
  return participants.flatMap(({ agency, name }) => (agency.id === agencyId ? [name] : []));
}
