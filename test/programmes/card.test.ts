import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCard as inSlack } from '../../adapters/slack/renderCard.ts';
import { renderCard as inTelegram } from '../../adapters/telegram/renderCard.ts';
import type { ProgrammeStatus } from '../../src/database/codes.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { programmeCard } from '../../src/programmes/card.ts';
import {
  nextStatuses,
  type ProgrammeView,
  percentOf,
  readProgrammeCode,
  stateOf,
  statuses,
} from '../../src/programmes/programme.ts';
import { type ContentRow, numbersOf, treeOf } from '../../src/programmes/tree.ts';
import type { CardViewer } from '../../src/tasks/cardViewer.ts';

const at = Temporal.Instant.from('2016-04-05T16:41:00+07:00');
const t = localeFor('vi', 'Asia/Ho_Chi_Minh');
const viewer: CardViewer = {
  now: at,
  t,
  personId: 1,
  roomId: null,
  departmentIds: [],
  agencyIds: [1],
  leaderOf: [],
};

const rows = (titles: number, letters: number) =>
  Array.from({ length: titles }, (_, index) => ({
    id: index + 1,
    parentId: null,
    position: index + 1,
    title: 'Ộ'.repeat(letters),
    dropped: false,
    agencyCode: 'TTTT',
  }));

function programme(given: Partial<ProgrammeView> = {}): ProgrammeView {
  return {
    id: 1,
    title: 'Chương trình phối hợp',
    fromYear: 2016,
    toYear: 2020,
    status: 'running',
    signingLevel: 'cấp Cục và Trung tâm ký',
    signed: { number: '05/CTr', on: Temporal.PlainDate.from('2016-04-05'), by: 'Cục trưởng' },
    openedBy: { id: 1, name: 'Chuyên viên' },
    openedAt: at,
    agencies: [
      { id: 1, code: 'TTTT', name: 'Trung tâm Thông tin', status: 'agreed', note: null, departments: [] },
      { id: 2, code: 'CNTT', name: 'Cục CNTT', status: 'refused', note: 'bận', departments: [] },
    ],
    contents: [],
    general: { parts: 1, completed: 0, overdue: 1 },
    total: { parts: 9, completed: 4, overdue: 1 },
    documents: [],
    version: 0,
    ...given,
  };
}

it('with hundreds of contents of the longest names it is one message in Telegram, and whole in Slack', () => {
  const contents = treeOf(rows(300, 500), () => ({ parts: 10, completed: 3, overdue: 2 }));
  const history = Array.from({ length: 4 }, (_, index) => ({
    id: index,
    at,
    kind: 'programme.contentAdded',
    person: 'Chuyên viên Thư ký Trung tâm',
    agencyCode: 'TTTT',
    data: { titles: contents.slice(0, 30).map((each) => each.title), numbers: [] },
  }));
  const card = programmeCard(programme({ contents }), history, viewer);
  expect(inTelegram(card).texts).toHaveLength(1);
  const { blocks } = inSlack(card, t.slack);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(blocks)).not.toContain(t.slack.shortened);
});

describe('the tree', () => {
  /** Each row's parent is one before it, or none. */
  const tree = fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 40 }).map((drawn) =>
    drawn.map(([parent, dropped], index): ContentRow & { agencyCode: string } => ({
      id: index + 1,
      parentId: parent === 0 || parent > index ? null : parent,
      position: index + 1,
      title: `Nội dung ${index}`,
      dropped,
      agencyCode: '',
    })),
  );

  it('numbers are unique, a child’s begins with its parent’s, and nothing dropped or below it is shown', () => {
    fc.assert(
      fc.property(tree, (drawn) => {
        const nodes = treeOf(drawn, () => ({ parts: 1, completed: 0, overdue: 0 }));
        expect(new Set(nodes.map((each) => each.number)).size).toBe(nodes.length);
        const byId = new Map(nodes.map((each) => [each.id, each]));
        for (const node of nodes) {
          expect(drawn[node.id - 1]?.dropped).toBe(false);
          const parent = node.parentId === null ? undefined : byId.get(node.parentId);
          if (node.parentId !== null) expect(node.number.startsWith(`${parent?.number}.`)).toBe(true);
          expect(node.number).toBe(numbersOf(drawn).get(node.id));
        }
        // What stands at the top has in it all that is shown below it.
        const top = nodes.filter((each) => each.depth === 0).map((each) => each.progress.parts);
        expect(top.reduce((sum, parts) => sum + parts, 0)).toBe(nodes.length);
      }),
    );
  });
});

it.each([
  [{ parts: 0, completed: 0, overdue: 0 }, 'notGiven', 0],
  [{ parts: 3, completed: 1, overdue: 0 }, 'underWay', 33],
  [{ parts: 3, completed: 1, overdue: 1 }, 'overdue', 33],
  [{ parts: 3, completed: 3, overdue: 0 }, 'done', 100],
  [{ parts: 200, completed: 199, overdue: 0 }, 'underWay', 99],
] as const)('%j is %s, %i%%', (progress, state, percent) => {
  expect(stateOf(progress)).toBe(state);
  expect(percentOf(progress)).toBe(percent);
});

it('each step leads back', () => {
  for (const status of statuses) {
    for (const next of nextStatuses(status)) expect(nextStatuses(next)).toContain(status);
  }
  const forward = (status: ProgrammeStatus) => nextStatuses(status)[0];
  expect(statuses.slice(0, -1).map(forward)).toEqual(statuses.slice(1));
});

it.each([
  ['CT-1', 1],
  ['ct12', 12],
  ['7', 7],
  ['CT-0', null],
  ['CT-1a', null],
  ['NV-1', null],
])('code %s', (text, id) => {
  expect(readProgrammeCode(text)).toBe(id);
});
