import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { wordsOf } from '../../../src/language/matching/words.ts';
import { PERIOD_RULES, periodAt } from '../../../src/language/query/periods.ts';
import { type QueryContext, readQuery } from '../../../src/language/query/readQuery.ts';
import { CONTEXT } from '../assignments/reading.ts';

const ASKED: QueryContext = {
  ...CONTEXT,
  people: [
    { id: 1, name: 'Giám đốc Trung tâm' },
    { id: 2, name: 'Trưởng phòng Tổng hợp' },
    { id: 3, name: 'Chuyên viên Tổng hợp' },
  ],
};

/** Only what was asked: "overdue; unit KH; 2016-04-01..2016-04-30". */
function summary(text: string): string {
  const query = readQuery(text, ASKED);
  const said = [
    query.states.join(' '),
    query.role ?? '',
    query.mine === null ? '' : query.mine ? 'mine' : 'everybody',
    query.units.length > 0
      ? `unit ${query.units.map(({ candidates }) => candidates[0]?.unit.code).join(' ')}`
      : '',
    query.people.length > 0 ? `person ${query.people.join(' ')}` : '',
    query.period ? `${query.period.from}..${query.period.to}` : '',
    query.taskCodes.length > 0 ? `task ${query.taskCodes.join(' ')}` : '',
    query.left.length > 0 ? `? ${query.left.join(' | ')}` : '',
  ];
  return said.filter((words) => words !== '').join('; ');
}

// Asked on Tuesday, 5 April 2016.
describe('a question in free order', () => {
  test.each<[string, string]>([
    ['', ''],
    ['quá hạn của P. Kế hoạch tháng này', 'overdue; unit KH; 2016-04-01..2016-04-30'],
    ['tháng này P. Kế hoạch quá hạn', 'overdue; unit KH; 2016-04-01..2016-04-30'],
    ['qua han cua phong ke hoach thang nay', 'overdue; unit KH; 2016-04-01..2016-04-30'],
    ['overdue of KH this month', 'overdue; unit KH; 2016-04-01..2016-04-30'],
    ['việc chưa nhận của Cục CNTT tuần sau', 'notAccepted; unit CNTT; 2016-04-11..2016-04-17'],
    ['Cục CNTT còn bao nhiêu việc chậm tiến độ?', 'overdue; unit CNTT'],
    ['what is overdue for General Affairs in April 2016?', 'overdue; unit TH; 2016-04-01..2016-04-30'],
    ['kh quá hạn', 'overdue; unit KH'],
    ['sắp đến hạn', 'dueSoon'],
    ['việc nào của VP Cục sắp hết hạn trong tuần này', 'dueSoon; unit VP; 2016-04-04..2016-04-10'],
    ['P. KH đang vướng mắc gì?', 'blocked; unit KH'],
    ['đã nộp chờ duyệt', 'submitted'],
    ['quá hạn, chưa nhận', 'overdue notAccepted'],
    ['hoàn thành tháng 3', 'completed; 2016-03-01..2016-03-31'],
    ['chưa hoàn thành', 'open'],
    ['đã huỷ quý I', 'cancelled; 2016-01-01..2016-03-31'],
    ['chưa có hạn', 'noDeadline'],
    // the asker's part
    ['việc được giao', 'assignedToMe'],
    ['đã giao cho P. KH chưa xong', 'open; givenByMe; unit KH'],
    ['việc tôi đang theo dõi', 'following'],
    ['của tôi', 'mine'],
    ['tất cả việc quá hạn', 'overdue; everybody'],
    // people and codes
    ['việc của Trưởng phòng Tổng hợp hôm nay', 'person 2; 2016-04-05..2016-04-05'],
    ['NV-12, nv13 và NV 14', 'task 12 13 14'],
    ['nv12 nv12', 'task 12'],
    // what was not understood is told
    ['dự án xyz quá hạn', 'overdue; ? dự án xyz'],
    ['quá hạn 31/4', 'overdue; ? 31/4'],
    ['tháng 3 tháng 4', '2016-03-01..2016-03-31; ? tháng 4'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it('keeps the words of the period', () => {
    expect(readQuery('quá hạn trong tháng 4', ASKED).period?.words).toBe('trong tháng 4');
  });
});

describe('periods', () => {
  test.each<[string, string]>([
    ['quý II', '2016-04-01..2016-06-30'],
    ['quý 2/2017', '2017-04-01..2017-06-30'],
    ['Q4', '2016-10-01..2016-12-31'],
    ['trong tháng 4', '2016-04-01..2016-04-30'],
    ['tháng 2 năm 2017', '2017-02-01..2017-02-28'],
    ['tháng trước', '2016-03-01..2016-03-31'],
    ['tuần trước', '2016-03-28..2016-04-03'],
    ['năm nay', '2016-01-01..2016-12-31'],
    ['năm 2015', '2015-01-01..2015-12-31'],
    ['6 tháng đầu năm 2016', '2016-01-01..2016-06-30'],
    ['từ 1/4 đến 15/4', '2016-04-01..2016-04-15'],
    ['từ ngày 1/4/2016 đến hết ngày 15/4/2016', '2016-04-01..2016-04-15'],
    ['1/4 - 15/4', '2016-04-01..2016-04-15'],
    ['từ 15/12 đến 15/1', '2016-12-15..2017-01-15'],
    ['từ đầu năm đến nay', '2016-01-01..2016-04-05'],
    ['trước 15/4', '2000-01-01..2016-04-15'],
    ['sau 15/4', '2016-04-16..2199-12-31'],
    ['7 ngày tới', '2016-04-05..2016-04-12'],
    ['last 7 days', '2016-03-29..2016-04-05'],
    ['thứ sáu tuần này', '2016-04-08..2016-04-08'],
    ['hôm qua', '2016-04-04..2016-04-04'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  const examples = PERIOD_RULES.flatMap((rule) =>
    rule.examples.map((example) => [rule.name, example] as const),
  );
  test.each(examples)('rule "%s" reads the whole of its example "%s"', (_name, example) => {
    const tokens = wordsOf(example);
    expect(periodAt(tokens, 0, CONTEXT.now.toPlainDate())?.length).toBe(tokens.length);
  });
});

describe('for any text', () => {
  it('a period never ends before it begins, and every unit keeps its words', () => {
    const words = fc.constantFrom(
      'quá hạn',
      'từ',
      'đến',
      '1/4',
      '31/12',
      'tháng',
      'quý',
      'II',
      '2016',
      'tuần',
      'trước',
      'P. KH',
      'NV-',
      '7',
      'ngày',
      'qua',
      '/',
      'năm',
      'nay',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((each) => each.join(' ')),
        ),
        (text) => {
          const { period, units, left } = readQuery(text, ASKED);
          if (period) expect(Temporal.PlainDate.compare(period.from, period.to)).toBeLessThanOrEqual(0);
          for (const unit of units) expect(text.slice(unit.from, unit.to)).toBe(unit.text);
          for (const words of left) expect(text).toContain(words);
        },
      ),
    );
  });

  it.each(['1/4 ', 'từ 1/4 đến ', 'xyz', '((', 'quá hạn '])('reads 100,000 characters of %j', (seed) => {
    expect(readQuery(seed.repeat(Math.ceil(100_000 / seed.length)), ASKED).people).toEqual([]);
  });
});
