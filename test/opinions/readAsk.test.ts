import { expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/buildCalendar.ts';
import { readAsk, splitOptions } from '../../src/opinions/readAsk.ts';

const calendar = buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh', announced: [], overrides: [] });
const now = Temporal.ZonedDateTime.from('2016-04-05T16:41+07:00[Asia/Ho_Chi_Minh]');
const tttt = { agencyId: 1, agencyNames: ['TTTT', 'Trung tâm Thông tin'] };
const cntt = { agencyId: 2, agencyNames: ['CNTT', 'Cục Công nghệ thông tin', 'Cục CNTT'] };
const candidates = [
  { personId: 1, name: 'Giám đốc Trung tâm', ...tttt },
  { personId: 2, name: 'Phó Giám đốc Trung tâm', ...tttt },
  { personId: 3, name: 'Cục trưởng', ...cntt },
];
const read = (line: string) => {
  const { deadline, ...rest } = readAsk(line, candidates, { now, calendar });
  return { ...rest, due: deadline?.dueOn?.toString() ?? null };
};
const usual = {
  leaderIds: null,
  allAgencies: false,
  question: '',
  options: null,
  due: null,
  rule: null,
  hidden: null,
};

it.each([
  ['', {}],
  ['hạn 15/4', { due: '2016-04-15' }],
  [
    'lãnh đạo 2 cơ quan về dự thảo, chọn: cấp Bộ ký / cấp Cục và Trung tâm ký, hạn giữa tháng 4',
    {
      leaderIds: [1, 2, 3],
      allAgencies: true,
      question: 'dự thảo',
      options: ['cấp Bộ ký', 'cấp Cục và Trung tâm ký'],
      due: '2016-04-15',
    },
  ],
  [
    'Lanh dao hai ben ve viec cap ky, han 15/4',
    { leaderIds: [1, 2, 3], allAgencies: true, question: 'cap ky', due: '2016-04-15' },
  ],
  [
    'Phó Giám đốc Trung tâm và Cục trưởng về phạm vi phối hợp, trước ngày 12/4',
    { leaderIds: [2, 3], question: 'phạm vi phối hợp', due: '2016-04-12' },
  ],
  ['lãnh đạo Cục CNTT: có đồng ý phạm vi không?', { leaderIds: [3], question: 'có đồng ý phạm vi không?' }],
  ['Có nên để Cục trưởng ký không?', { question: 'Có nên để Cục trưởng ký không?' }],
  [
    'Thống nhất nội dung dự thảo, đa số mỗi cơ quan, công khai, hạn 15/4',
    { question: 'Thống nhất nội dung dự thảo', rule: 'majority', hidden: false, due: '2016-04-15' },
  ],
  ['chọn: một thôi', { question: '' }],
])('“%s”', (line, expected) => {
  expect(read(line)).toEqual({ ...usual, ...expected });
});

it('a name whose letters are composed is cut off where it ends', () => {
  expect(read('Cục trưởng về dự thảo'.normalize('NFD'))).toMatchObject({ leaderIds: [3] });
  expect(read('Cục trưởng về dự thảo'.normalize('NFD')).question).toBe('dự thảo');
});

it('options stand one a line, or with strokes between; a date keeps its strokes', () => {
  expect(splitOptions('cấp Bộ ký\ncấp Cục ký\n\nCấp Bộ ký')).toEqual(['Cấp Bộ ký', 'cấp Cục ký']);
  expect(splitOptions('ký ngày 15/4 / ký sau')).toEqual(['ký ngày 15/4', 'ký sau']);
});
