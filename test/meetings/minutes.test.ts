/** What the minutes and the lists of a record say, from plain records. */
import { describe, expect, it } from 'vitest';
import { localeFor } from '../../src/locale/locale.ts';
import { meetingCard } from '../../src/meetings/card.ts';
import { itemsCard } from '../../src/meetings/itemCards.ts';
import type { Item, Meeting, Side } from '../../src/meetings/meeting.ts';
import { minutesOf } from '../../src/meetings/minutes.ts';
import { readEntry, readWish } from '../../src/meetings/subcommand.ts';

const vi = localeFor('vi', 'Asia/Ho_Chi_Minh');
const tttt: Side = { id: 1, code: 'TTTT', name: 'Trung tâm Thông tin – Ủy ban Dân tộc' };
const cntt: Side = { id: 2, code: 'CNTT', name: 'Cục Công nghệ thông tin' };

function item(id: number, kind: Item['kind'], text: string, saidBy = ''): Item {
  return {
    ...{ id, kind, text, saidBy, recordedBy: { id: 9, name: 'Thư ký' }, messageId: null, changedAt: null },
    recordedAt: Temporal.Instant.from('2016-04-05T14:00:00+07:00'),
    taskIds: [],
  };
}

function meeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 1,
    title: 'Giao ban',
    heldOn: Temporal.PlainDate.from('2016-04-05'),
    startTime: null,
    place: '',
    agency: tttt,
    programme: null,
    ...{ platform: 'web', chatId: 'a', threadId: '', openedBy: { id: 9, name: 'Thư ký' } },
    ...{ status: 'open', closedAt: null, minutesFileId: null, guests: [], participants: [], writerIds: [] },
    items: [],
    ...changes,
  };
}

const person = (agency: Side, name: string, personId: number | null = null) => ({ agency, name, personId });

describe('the minutes', () => {
  it('of one agency are signed by who wrote and who was in the chair', () => {
    const record = meeting({ participants: [person(tttt, 'Giám đốc', 5)], items: [item(1, 'note', 'Ý')] });
    const document = minutesOf(record, { tasks: [], leaderIds: new Set([5]) }, vi);
    expect(document).toMatchObject({ agency: 'Trung tâm Thông tin', parentAgency: 'Ủy ban Dân tộc' });
    expect(document.signatures).toEqual([
      { title: 'Người ghi biên bản', name: 'Thư ký' },
      { title: 'Chủ trì', name: 'Giám đốc' },
    ]);
    expect(document.body.at(-1)).toEqual({
      kind: 'paragraph',
      text: 'Biên bản được lưu tại Trung tâm Thông tin để theo dõi thực hiện',
    });
  });

  it('of several are signed for each side: by a leader who took part, else by the first named, else left open', () => {
    const other: Side = { id: 3, code: 'VPUB', name: 'Văn phòng Ủy ban' };
    const record = meeting({
      guests: [cntt, other],
      participants: [
        person(tttt, 'Chuyên viên', 4),
        person(tttt, 'Giám đốc', 5),
        person(cntt, 'Trưởng phòng'),
      ],
    });
    const { signatures, body } = minutesOf(record, { tasks: [], leaderIds: new Set([5]) }, vi);
    expect(signatures).toEqual([
      { title: 'Đại diện Trung tâm Thông tin', name: 'Giám đốc' },
      { title: 'Đại diện Cục Công nghệ thông tin', name: 'Trưởng phòng' },
      { title: 'Đại diện Văn phòng Ủy ban', name: '' },
    ]);
    expect(JSON.stringify(body)).toContain('lập thành 03 bản');
  });

  it('number the parts that there are', () => {
    const record = meeting({ items: [item(1, 'conclusion', 'Một'), item(2, 'conclusion', 'Hai')] });
    const row = { title: 'Lập danh mục', leads: 'Phòng Tổng hợp', coordinating: '', due: '15/4' };
    const { body } = minutesOf(record, { tasks: [row], leaderIds: new Set() }, vi);
    expect(body.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'I. Thành phần tham dự',
      'II. Kết luận',
      'III. Nhiệm vụ',
    ]);
    expect(body).toContainEqual({ kind: 'list', items: ['Một', 'Hai'], numbered: true });
    expect(body).toContainEqual(
      expect.objectContaining({ rows: [['1', 'Lập danh mục', 'Phòng Tổng hợp', '', '15/4']] }),
    );
  });
});

describe('the cards', () => {
  const many = Array.from({ length: 25 }, (_, index) => item(index + 1, 'note', `Ý ${index + 1}`));

  it.each([
    [1, 'Ý 1', 10, ['1.2']],
    [3, 'Ý 21', 5, ['1.2']],
    [99, 'Ý 21', 5, ['1.2']],
    [0, 'Ý 1', 10, ['1.2']],
    [2, 'Ý 11', 10, ['1.1', '1.3']],
  ])('page %i of the entries', (page, first, count, turns) => {
    const card = itemsCard(meeting({ items: many }), page, vi);
    const [list] = card.blocks;
    const items = list?.kind === 'list' ? list.items : [];
    expect([items[0]?.text, items.length]).toEqual([first, count]);
    expect(card.buttons.flat().map(({ id }) => id)).toEqual(turns);
  });

  it('the record shows its last entries, and names within reason', () => {
    const names = Array.from({ length: 30 }, (_, index) => person(cntt, `Khách ${index + 1}`));
    const card = meetingCard(
      meeting({ title: 'x'.repeat(300), items: many, guests: [cntt], participants: names }),
      { t: vi, file: null },
    );
    expect(card.title.length).toBe(150);
    const text = JSON.stringify(card.blocks);
    expect(text).toContain('Khách 8 và 22 người khác');
    expect(text).toContain('Ý 25');
    expect(text).not.toContain('Ý 20');
  });
});

describe('the words after /cuochop', () => {
  it.each([
    ['', { do: 'show' }],
    ['ghi Cần thêm người', { do: 'record', kind: 'note', text: 'Cần thêm người' }],
    ['GHI: Cần thêm', { do: 'record', kind: 'note', text: 'Cần thêm' }],
    ['ghi', { do: 'record', kind: 'note', text: '' }],
    ['ghi Ý cuối cùng', { do: 'record', kind: 'note', text: 'Ý cuối cùng' }],
    ['ghi ý: còn thiếu', { do: 'record', kind: 'note', text: 'còn thiếu' }],
    ['ghi ý kiến của Cục', { do: 'record', kind: 'note', text: 'ý kiến của Cục' }],
    ['ket luan Dong y', { do: 'record', kind: 'conclusion', text: 'Dong y' }],
    ['Nhiệm vụ P. TH lập danh mục', { do: 'record', kind: 'task', text: 'P. TH lập danh mục' }],
    ['note Agreed', { do: 'record', kind: 'note', text: 'Agreed' }],
    ['kết thúc', { do: 'close' }],
    ['kết thúc dự án năm 2015', { do: 'propose', text: 'kết thúc dự án năm 2015' }],
    ['huỷ', { do: 'cancel' }],
    ['hủy', { do: 'cancel' }],
    ['thành phần', { do: 'people' }],
    ['xem', { do: 'list' }],
    ['Ghi chép nghiệm thu', { do: 'record', kind: 'note', text: 'chép nghiệm thu' }],
    ['Họp giao ban', { do: 'propose', text: 'Họp giao ban' }],
  ])('%s', (line, wish) => {
    expect(readWish(line)).toEqual(wish);
  });

  it.each([
    ['Kết luận: làm ngay', { kind: 'conclusion', text: 'làm ngay' }],
    ['nhiem vu: P. TH lập', { kind: 'task', text: 'P. TH lập' }],
    ['Lưu ý: còn thiếu', { kind: 'note', text: 'Lưu ý: còn thiếu' }],
    ['Kết luận này hay', { kind: 'note', text: 'Kết luận này hay' }],
  ])('a reply: %s', (words, entry) => {
    expect(readEntry(words)).toEqual(entry);
  });
});
