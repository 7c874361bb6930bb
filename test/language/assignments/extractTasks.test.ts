import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildCalendar } from '../../../src/calendar/buildCalendar.ts';
import { extractTasks } from '../../../src/language/assignments/extractTasks.ts';
import { scoreExtract } from '../../bench/extract.ts';

const CONTEXT = {
  now: Temporal.ZonedDateTime.from('2017-03-01T08:00+07:00[Asia/Ho_Chi_Minh]'),
  calendar: buildCalendar({ timeZone: 'Asia/Ho_Chi_Minh' }),
};

/** "Sở A, Sở B + Sở C: rà soát → 2017-04-15": leads, coordinating units, work, deadline. */
function written(text: string): string[] {
  return extractTasks(text, CONTEXT).map(({ leads, coordinating, action, deadline }) => {
    const names = (units: { text: string }[]): string => units.map((unit) => unit.text).join(' | ');
    const joined = coordinating.length > 0 ? ` + ${names(coordinating)}` : '';
    const due = deadline?.dueOn
      ? ` → ${deadline.dueOn}${deadline.time ? ` ${deadline.time.toString().slice(0, 5)}` : ''}`
      : '';
    return `${names(leads)}${joined}: ${action.text}${due}`;
  });
}

describe('orders of official documents', () => {
  test.each<[string, string[]]>([
    [
      'UBND tỉnh giao Sở Tài chính chủ trì, phối hợp Sở Kế hoạch và Đầu tư xem xét, báo cáo UBND tỉnh trước ngày 15/4.',
      ['Sở Tài chính + Sở Kế hoạch và Đầu tư: xem xét → 2017-04-15'],
    ],
    [
      'Giao Bộ Tư pháp chủ trì, phối hợp với các Bộ, ngành, UBND các tỉnh, thành phố trực thuộc Trung ương tổ chức thực hiện.',
      ['Bộ Tư pháp + các Bộ | ngành | UBND các tỉnh | thành phố trực thuộc Trung ương: tổ chức thực hiện'],
    ],
    [
      'Bộ trưởng yêu cầu Tổng cục Đường bộ Việt Nam, Cục Quản lý xây dựng và Chất lượng công trình giao thông rà soát các trạm thu phí, báo cáo Bộ trước ngày 20/12.',
      [
        'Tổng cục Đường bộ Việt Nam | Cục Quản lý xây dựng và Chất lượng công trình giao thông: rà soát các trạm thu phí → 2017-12-20',
      ],
    ],
    [
      'Thủ tướng Chính phủ giao Bộ Công an chỉ đạo Công an tỉnh Thanh Hóa khẩn trương điều tra, báo cáo Thủ tướng trước ngày 30/4.',
      ['Bộ Công an: chỉ đạo Công an tỉnh Thanh Hóa khẩn trương điều tra → 2017-04-30'],
    ],
    [
      'Đề nghị các đơn vị gửi báo cáo về Phòng Tổng hợp trước 16h ngày 20/3/2017.',
      ['các đơn vị: gửi báo cáo về Phòng Tổng hợp → 2017-03-20 16:00'],
    ],
    [
      'Cục CNTT khẩn trương hoàn thiện dự thảo Nghị định, trình Bộ trước ngày 30 tháng 6 năm 2017.',
      ['Cục CNTT: hoàn thiện dự thảo Nghị định → 2017-06-30'],
    ],
    [
      'Sở Xây dựng được giao chủ trì, phối hợp với Sở Tài chính lập danh mục nhà công sản, trình UBND thành phố trong quý III/2019.',
      ['Sở Xây dựng + Sở Tài chính: lập danh mục nhà công sản → 2019-09-30'],
    ],
    [
      'Trước ngày 15/5, Sở Nội vụ tham mưu UBND tỉnh kế hoạch tuyển dụng công chức năm 2019.',
      ['Sở Nội vụ: tham mưu UBND tỉnh kế hoạch tuyển dụng công chức năm 2019 → 2017-05-15'],
    ],
    [
      'Phân công nhiệm vụ đại tu ra-đa cho Phân xưởng 1 chủ trì, phối hợp với Phòng Kỹ thuật thực hiện.',
      ['Phân xưởng 1 + Phòng Kỹ thuật: nhiệm vụ đại tu ra-đa'],
    ],
    // groups that are told by what they do, dates before the unit
    [
      'UBND quận yêu cầu các hộ dân trong khu vực nguy hiểm di dời trước 17h ngày 12/9.',
      ['các hộ dân trong khu vực nguy hiểm: di dời → 2017-09-12 17:00'],
    ],
    [
      'Chủ tịch UBND tỉnh yêu cầu trước ngày 15/6, Sở Công Thương phải báo cáo kết quả kiểm tra.',
      ['Sở Công Thương: báo cáo kết quả kiểm tra → 2017-06-15'],
    ],
    // several tasks
    [
      'Giao Bộ Y tế rà soát quy hoạch; xây dựng cơ sở dữ liệu trước ngày 30/6/2018; trình Chính phủ Đề án trong quý IV/2018.',
      [
        'Bộ Y tế: rà soát quy hoạch; xây dựng cơ sở dữ liệu → 2018-06-30',
        'Bộ Y tế: trình Chính phủ Đề án → 2018-12-31',
      ],
    ],
    [
      'Giao Sở Tài chính:\n- Rà soát kinh phí trước ngày 10/4;\n- Chủ trì, phối hợp với Sở Nội vụ xây dựng quy chế trước ngày 20/4.',
      [
        'Sở Tài chính: Rà soát kinh phí → 2017-04-10',
        'Sở Tài chính + Sở Nội vụ: xây dựng quy chế → 2017-04-20',
      ],
    ],
    [
      '1. Sở Y tế\na) Kiểm tra các cơ sở y tế tư nhân;\nb) Tập huấn cho cán bộ trước ngày 20/4.\n2. Sở Nội vụ\nTham mưu kế hoạch tuyển dụng.',
      [
        'Sở Y tế: Kiểm tra các cơ sở y tế tư nhân',
        'Sở Y tế: Tập huấn cho cán bộ → 2017-04-20',
        'Sở Nội vụ: Tham mưu kế hoạch tuyển dụng',
      ],
    ],
    [
      '3. Phòng Kỹ thuật có trách nhiệm:\n- Rà soát hạ tầng trước ngày 12/4;\n4. Đề nghị Cục CNTT cử đầu mối trước ngày 8/4.',
      ['Phòng Kỹ thuật: Rà soát hạ tầng → 2017-04-12', 'Cục CNTT: cử đầu mối → 2017-04-08'],
    ],
    // the labelled fields of plans
    [
      'Xây dựng cơ sở dữ liệu cán bộ. Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Tài chính. Thời gian hoàn thành: trước ngày 30/9/2017.',
      ['Sở Nội vụ + Sở Tài chính: Xây dựng cơ sở dữ liệu cán bộ → 2017-09-30'],
    ],
    [
      '- Rà soát quy hoạch (đơn vị chủ trì: Sở Xây dựng; đơn vị phối hợp: UBND các huyện)',
      ['Sở Xây dựng + UBND các huyện: Rà soát quy hoạch'],
    ],
    // the date binds somebody else
    [
      'Giao Sở Xây dựng rà soát hồ sơ để Sở Tài chính bàn giao nhà trước ngày 15/4.',
      ['Sở Xây dựng: rà soát hồ sơ'],
    ],
  ])('%s', (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  test.each([
    'Công an tỉnh chủ trì, phối hợp với các đơn vị nghiệp vụ đã bắt giữ 5 đối tượng vận chuyển ma túy.',
    'Sáng 12/4, Chủ tịch UBND huyện chủ trì cuộc họp giao ban tháng 4.',
    '8h00: Phó Chủ tịch UBND tỉnh chủ trì họp nghe Sở Xây dựng báo cáo quy hoạch.',
    'Bộ Tài chính đề nghị Thủ tướng Chính phủ cho phép lùi thời hạn trình Nghị định sang tháng 12/2018.',
    'Đồng ý gia hạn thời gian hoàn thành nhiệm vụ đến ngày 30/6/2019.',
    'UBND tỉnh biểu dương Sở Nội vụ đã hoàn thành tốt nhiệm vụ được giao.',
    'Trong 6 tháng đầu năm, UBND tỉnh đã giao 452 nhiệm vụ cho các sở, ngành, trong đó 30 nhiệm vụ quá hạn.',
    'Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.',
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015; xét đề nghị của Giám đốc Sở Nội vụ,',
    'Bộ Tài nguyên và Môi trường cho biết sẽ trình Chính phủ dự thảo Luật trong năm 2019.',
    'Giám đốc Sở Nội vụ cho biết, Sở sẽ trình UBND tỉnh đề án trước ngày 30/6.',
    'Vào giữa tháng 4, ngành giao thông đã bàn giao cầu mới.',
    '',
  ])('no task: %s', (text) => {
    expect(written(text)).toEqual([]);
  });
});

it('finds the tasks of the kept sentences of real documents', () => {
  const score = scoreExtract(new URL('../../corpus/dev.jsonl', import.meta.url));
  expect(score.leads / score.wanted).toBeGreaterThan(0.95);
  expect(score.coordinating / score.wanted).toBeGreaterThan(0.95);
  expect(score.actionF1 / score.wanted).toBeGreaterThan(0.95);
  expect(score.deadlines / score.wanted).toBeGreaterThan(0.95);
  expect(score.found).toBeLessThanOrEqual(score.wanted);
});

describe('for any text', () => {
  it('every excerpt equals the text', () => {
    const words = fc.constantFrom(
      'giao',
      'Sở Y tế',
      'yêu cầu',
      'các đơn vị',
      ',',
      ';',
      ':',
      '\n',
      '- ',
      'chủ trì',
      'phối hợp với',
      'rà soát',
      'báo cáo',
      'trước ngày 15/4',
      'để',
      'và',
      '.',
      'mà',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((each) => each.join(' ')),
        ),
        (text) => {
          for (const { leads, coordinating, action } of extractTasks(text, CONTEXT)) {
            for (const { from, to, text: own } of [...leads, ...coordinating, action])
              expect(text.slice(from, to)).toBe(own);
            expect(action.text).not.toBe('');
          }
        },
      ),
    );
  });

  it.each(['Sở A, ', 'giao ', 'yêu cầu làm rõ, ', 'giao việc cho ', 'Sở Y tế báo cáo; ', ')', '\n', 'để '])(
    'reads 100,000 characters of %j',
    (seed) => {
      const text = seed.repeat(Math.ceil(100_000 / seed.length));
      for (const { action } of extractTasks(text, CONTEXT)) expect(action.text).not.toBe('');
    },
  );
});
