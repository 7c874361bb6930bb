import { expect, it } from 'vitest';
import { type Card, cardLimits } from '../../src/chat/card.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { taskCard } from '../../src/tasks/card.ts';
import { dueOnDay, part, sampleTask, sampleTime, viewer } from './sampleTask.ts';

const room = viewer({ roomId: 1, departmentIds: [11] });
const giver = viewer({ personId: 1, agencyIds: [1] });
const colleague = viewer({ personId: 5, departmentIds: [12] });
const otherOfficial = viewer({ personId: 9, agencyIds: [2] });
const onlooker = viewer({ personId: 7 });

const labels = (card: Card) => card.buttons.map((row) => row.map((each) => each.label));

it('begins with the deadline and who owes what', () => {
  const [due, words, parts] = taskCard(sampleTask(), giver).blocks;
  expect(due).toEqual({
    kind: 'text',
    text: 'Hạn: thứ Sáu, 15/4/2016 · trong hạn, còn 7 ngày làm việc (tính đến 6/4/2016)',
    style: 'strong',
  });
  expect(words).toMatchObject({ text: 'Lời giao: “giữa tháng 4”' });
  expect(
    parts?.kind === 'list' && parts.items.map((each) => [each.text, each.detail, each.button?.label]),
  ).toEqual([
    ['Phòng Tổng hợp (TTTT) – chủ trì', 'chưa nhận', 'Đôn đốc'],
    ['Phòng Kế hoạch (TTTT) – phối hợp', 'chưa nhận', 'Đôn đốc'],
    ['Phòng Phát triển ứng dụng (CNTT) – phối hợp', 'chờ cơ quan bạn đồng ý', undefined],
  ]);
});

it('shows each reader the buttons that are theirs', () => {
  expect(labels(taskCard(sampleTask(), room))).toEqual([
    ['Nhận việc', 'Tiến độ', 'Nộp dự thảo', 'Xong', 'Từ chối'],
    ['Xin gia hạn', 'Vướng mắc', 'Chuyển đơn vị'],
    ['Trao đổi'],
  ]);
  expect(labels(taskCard(sampleTask(), giver))).toEqual([['Trao đổi', 'Sửa', 'Huỷ nhiệm vụ']]);
  expect(labels(taskCard(sampleTask(), otherOfficial))).toEqual([
    ['Đồng ý', 'Không đồng ý'],
    ['Trao đổi', 'Theo dõi'],
  ]);
  expect(labels(taskCard(sampleTask(), onlooker))).toEqual([['Trao đổi', 'Theo dõi']]);
});

it('lets those who direct another agency pass its part on within it', () => {
  const task = sampleTask();
  const agreed = task.assignments.map((each) =>
    each.status === 'proposed' ? { ...each, status: 'assigned' as const } : each,
  );
  expect(labels(taskCard({ ...task, assignments: agreed }, otherOfficial))).toEqual([
    ['Chuyển đơn vị'],
    ['Trao đổi', 'Theo dõi'],
  ]);
});

it('asks the giver for the decisions that wait', () => {
  const task = sampleTask({
    assignments: [
      part(1, { status: 'submitted', submittedAt: sampleTime, note: 'bản cuối đã gửi' }),
      part(2, {
        status: 'accepted',
        department: { id: 12, code: 'KH', name: 'Phòng Kế hoạch' },
        extension: {
          id: 77,
          to: { dueOn: Temporal.PlainDate.from('2016-04-20'), time: null },
          reason: 'chờ số liệu',
        },
      }),
    ],
  });
  const card = taskCard(task, giver);
  expect(labels(card).slice(0, 2)).toEqual([
    ['Duyệt: TH', 'Trả lại: TH'],
    ['Đồng ý: KH', 'Không đồng ý: KH'],
  ]);
  expect(card.buttons[1]?.[0]).toMatchObject({ action: 'extension.approve', id: '77' });
  expect(labels(taskCard(task, colleague))[0]).toEqual(['Tiến độ', 'Nộp dự thảo', 'Xong']);
  const only = taskCard({ ...task, assignments: task.assignments.slice(0, 1) }, giver);
  expect(labels(only)[0]).toEqual(['Duyệt', 'Trả lại']);
});

it('shows how far the work is, what is in the way, what is asked, and the last words', () => {
  const task = sampleTask({
    assignments: [
      part(1, {
        status: 'accepted',
        due: dueOnDay('2016-04-20'),
        progress: { percent: 60, note: 'đã gom xong số liệu', at: sampleTime },
        blocked: { at: sampleTime, note: 'thiếu số liệu năm 2015', helper: 'Phòng Kế hoạch' },
      }),
    ],
    comments: [
      { id: 1, by: 'Chuyên viên Cục', agencyCode: 'CNTT', at: sampleTime, text: 'Cần thêm phần đất đai' },
    ],
  });
  const { blocks, tone } = taskCard(task, room);
  expect(blocks).toContainEqual({
    kind: 'progress',
    percent: 60,
    label: 'Phòng Tổng hợp: 60% – đã gom xong số liệu',
  });
  expect(blocks).toContainEqual({
    kind: 'quote',
    text: 'thiếu số liệu năm 2015\nCần hỗ trợ: Phòng Kế hoạch',
    by: 'Vướng mắc – Phòng Tổng hợp',
  });
  expect(blocks.at(-1)).toEqual({
    kind: 'quote',
    text: 'Cần thêm phần đất đai',
    by: 'Chuyên viên Cục (CNTT), 09:12 6/4/2016',
  });
  expect(tone).toBe('warning');
});

it('is red while something is overdue, and says by how much; green when done', () => {
  const late = taskCard(sampleTask(), { ...room, now: Temporal.Instant.from('2016-04-20T09:00+07:00') });
  expect(late.tone).toBe('bad');
  expect(JSON.stringify(late.blocks[0])).toContain('quá hạn 2 ngày làm việc');
  const done = sampleTask({
    status: 'completed',
    closedAt: sampleTime,
    assignments: [part(1, { status: 'completed', submittedAt: sampleTime, closedAt: sampleTime })],
  });
  const card = taskCard(done, giver);
  expect([card.tone, card.buttons]).toEqual(['good', []]);
  expect(card.blocks[0]).toMatchObject({ text: 'Hoàn thành lúc 09:12 thứ Tư, 6/4/2016, đúng hạn' });
});

it('says when nobody has it in hand any more', () => {
  const task = sampleTask({
    assignments: [part(1, { status: 'declined', closedAt: sampleTime, note: 'bận' })],
  });
  const card = taskCard(task, giver);
  expect(JSON.stringify(card.blocks)).toContain('Chưa có đơn vị nào nhận làm');
  expect(JSON.stringify(card.blocks)).toContain('đã từ chối · lý do: bận');
});

it('keeps to what every platform can show, in both languages', () => {
  const many = sampleTask({
    title: 'Rà soát '.repeat(60),
    recurrence: 'monthly:25',
    assignments: Array.from({ length: 18 }, (_, index) =>
      part(index + 1, { status: index % 2 === 0 ? 'submitted' : 'assigned', submittedAt: sampleTime }),
    ),
  });
  for (const language of ['vi', 'en'] as const) {
    const t = localeFor(language, 'Asia/Ho_Chi_Minh');
    for (const each of [room, giver, otherOfficial, onlooker]) {
      const card = taskCard(many, { ...each, t });
      expect(card.title.length).toBeLessThanOrEqual(cardLimits.title);
      expect(Math.max(0, ...card.buttons.map((row) => row.length))).toBeLessThanOrEqual(
        cardLimits.buttonsPerRow,
      );
      expect(card.buttons.length).toBeLessThanOrEqual(8);
    }
  }
});
