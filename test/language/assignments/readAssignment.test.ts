import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAssignment } from '../../../src/language/assignments/readAssignment.ts';
import { ROLE_RULES } from '../../../src/language/assignments/roleRules.ts';
import { CONTEXT, summary } from './reading.ts';

const STORY =
  'P. Tổng hợp và P. Kế hoạch chủ trì, phối hợp với VP dự thảo nội dung phối hợp 5 năm, trình lãnh đạo giữa tháng 4';

describe('one line of /giao', () => {
  test.each<[string, string]>([
    [STORY, 'lead TH, KH; with VP; «dự thảo nội dung phối hợp 5 năm, trình lãnh đạo; due 2016-04-15'],
    // who must do it
    ['giao P. TH dự thảo báo cáo quý I trước 15/4', 'lead TH; «dự thảo báo cáo quý I; due 2016-04-15'],
    ['đề nghị P. KH rà soát dự án trước 20/4', 'lead KH; «rà soát dự án; due 2016-04-20'],
    ['Nhờ P. KH làm kế hoạch tuần', 'lead KH; «làm kế hoạch tuần'],
    ['cho P. TH làm báo cáo', 'lead TH; «làm báo cáo'],
    ['gửi P. TH: tổng hợp số liệu gửi VP trước 15/4', 'lead TH; «tổng hợp số liệu gửi VP; due 2016-04-15'],
    ['P. TH dự thảo báo cáo', 'lead TH; «dự thảo báo cáo'],
    ['P. TH: dự thảo báo cáo', 'lead TH; «dự thảo báo cáo'],
    ['@TH @KH chuẩn bị tài liệu họp trước 15/4', 'lead TH, KH; «chuẩn bị tài liệu họp; due 2016-04-15'],
    ['yêu cầu P. TH, P. KH, VP báo cáo tiến độ', 'lead TH, KH, VP; «báo cáo tiến độ'],
    ['các phòng Tổng hợp, Kế hoạch rà soát danh mục dự án', 'lead TH, KH; «rà soát danh mục dự án'],
    ['P. TH/P. KH rà soát dự án', 'lead TH, KH; «rà soát dự án'],
    ['giao đ/c Trưởng phòng Tổng hợp dự thảo tờ trình', 'lead TH; «dự thảo tờ trình'],
    ['giao văn phòng chuẩn bị hội nghị', 'lead VP; «chuẩn bị hội nghị'],
    // words of the work between a rhythm and its day
    ['P. TH weekly report by Friday', 'lead TH; «weekly report; due 2016-04-08'],
    [
      'P. TH hằng tháng báo cáo số liệu trước ngày 25',
      'lead TH; «hằng tháng báo cáo số liệu; due 2016-04-25',
    ],
    // units behind the work
    [
      'dự thảo báo cáo quý I, P. TH chủ trì, P. KH và VP phối hợp, hạn 15/4',
      'lead TH; with KH, VP; «dự thảo báo cáo quý I; due 2016-04-15',
    ],
    ['kiểm kê tài sản (P. KH, VP) trước 15/4', 'lead KH, VP; «kiểm kê tài sản; due 2016-04-15'],
    ['chuẩn bị tài liệu họp giao ban: P. TH', 'lead TH; «chuẩn bị tài liệu họp giao ban'],
    ['soạn giấy mời, P. TH làm, xong trước 15/4', 'lead TH; «soạn giấy mời; due 2016-04-15'],
    ['do P. KH chủ trì, VP theo dõi: kiểm kê tài sản', 'lead KH; watched by VP; «kiểm kê tài sản'],
    ['Đầu mối: P. KH. Nội dung: rà soát quy chế. Hạn: 15/4', 'lead KH; «rà soát quy chế; due 2016-04-15'],
    [
      'chủ trì: P. TH; phối hợp: VP; nội dung: dự thảo quy chế; hạn: 15/4',
      'lead TH; with VP; «dự thảo quy chế; due 2016-04-15',
    ],
    ['gửi VP bản mềm báo cáo', '«gửi VP bản mềm báo cáo'],
    ['KH kiểm toán phải trình lãnh đạo, P. KH làm', 'lead KH; «KH kiểm toán phải trình lãnh đạo'],
    ['đổi đầu mối sang P. KH: rà soát hợp đồng', 'lead KH; «rà soát hợp đồng'],
    ['Could Planning please draft the minutes?', 'lead KH; «draft the minutes?'],
    // who joins in, who watches
    ['giao P. KH (chủ trì), VP (phối hợp) lập dự toán', 'lead KH; with VP; «lập dự toán'],
    ['@KH lập dự toán @VP phối hợp', 'lead KH; with VP; «lập dự toán'],
    ['giao hai phòng TH và KH rà soát, trong đó P. KH chủ trì', 'lead KH; with TH; «rà soát'],
    ['P. KH và P. CSDL cùng chủ trì dự thảo quy chế', 'lead KH, CSDL; «dự thảo quy chế'],
    ['P. TH cùng VP soạn giấy mời', 'lead TH; with VP; «soạn giấy mời'],
    ['P. TH dự thảo báo cáo, VP phối hợp, hạn 15/4', 'lead TH; with VP; «dự thảo báo cáo; due 2016-04-15'],
    ['giao P. TH, VP phối hợp, làm báo cáo', 'lead TH; with VP; «làm báo cáo'],
    ['@TH chuẩn bị tài liệu, @VP theo dõi', 'lead TH; watched by VP; «chuẩn bị tài liệu'],
    ['P. TH với P. KH làm báo cáo chung, cc VP', 'lead TH; with KH; watched by VP; «làm báo cáo chung'],
    ['P. TH làm báo cáo hạn 15/4, theo dõi: VP', 'lead TH; watched by VP; «làm báo cáo; due 2016-04-15'],
    ['VP phối hợp, P. TH chủ trì soạn tờ trình', 'lead TH; with VP; «soạn tờ trình'],
    ['giao P. TTTT làm kho dữ liệu', 'lead TTTT; «làm kho dữ liệu'],
    ['dự thảo tờ trình, Phòng TTTT phối hợp, P. TH chủ trì', 'lead TH; with TTTT; «dự thảo tờ trình'],
    // two agencies
    [
      'phòng Tổng hợp của Trung tâm Thông tin làm đầu mối, phòng CNTT bên Cục CNTT phối hợp xây dựng dự thảo chương trình',
      'lead TH; with CNTT; «xây dựng dự thảo chương trình',
    ],
    // words of the work that name units or roles
    [
      'P. TH lấy ý kiến P. KH về dự thảo kế hoạch trước 15/4',
      'lead TH; «lấy ý kiến P. KH về dự thảo kế hoạch; due 2016-04-15',
    ],
    [
      'giao P. TH dự thảo chương trình phối hợp với Cục CNTT',
      'lead TH; «dự thảo chương trình phối hợp với Cục CNTT',
    ],
    [
      'P. KH đề nghị Cục CNTT cung cấp số liệu trước 15/4',
      'lead KH; «đề nghị Cục CNTT cung cấp số liệu; due 2016-04-15',
    ],
    ['báo cáo kết quả cho VP trước 15/4', '«báo cáo kết quả cho VP; due 2016-04-15'],
    ['tổng hợp báo cáo quý', '«tổng hợp báo cáo quý'],
    // negation and change
    ['không giao P. TH, giao P. KH dự thảo tờ trình', 'lead KH; not TH; «dự thảo tờ trình'],
    [
      'giao P. KH thay vì VP soạn công văn trả lời Cục CNTT',
      'lead KH; not VP; «soạn công văn trả lời Cục CNTT',
    ],
    // short forms and missing diacritics
    [
      'đ/n P. KH p/h với VP b/c tình hình t/h nhiệm vụ trước 15/4',
      'lead KH; with VP; «b/c tình hình t/h nhiệm vụ; due 2016-04-15',
    ],
    ['y/c P. KH b/c trc 15/4', 'lead KH; «b/c; due 2016-04-15'],
    [
      'giao phong tong hop chu tri phoi hop voi van phong du thao bao cao truoc 15/4',
      'lead TH; with VP; «du thao bao cao; due 2016-04-15',
    ],
    // English
    [
      'assign General Affairs to lead, with Planning Department, draft the programme content, by mid-April',
      'lead TH; with KH; «draft the programme content; due 2016-04-15',
    ],
    [
      'Please ask Planning to prepare the report by mid-April',
      'lead KH; «prepare the report; due 2016-04-15',
    ],
    // urgency
    ['khẩn: P. TH khẩn trương báo cáo tình hình bão', 'lead TH; «báo cáo tình hình bão; urgent'],
    ['hỏa tốc giao VP gửi giấy mời họp', 'lead VP; «gửi giấy mời họp; express'],
    ['[Thượng khẩn] P. TH báo cáo', 'lead TH; «báo cáo; very_urgent'],
    ['P. TH khẩn trương báo cáo', 'lead TH; «báo cáo'],
    // source documents
    [
      'theo CV 123/UBDT-TTTT ngày 1/4 giao P. TH báo cáo số liệu trước ngày 10/4',
      'lead TH; «báo cáo số liệu; due 2016-04-10; from 123/UBDT-TTTT',
    ],
    [
      'Thực hiện CV 12/UBDT-TTTT, P. TH tham mưu văn bản trả lời',
      'lead TH; «tham mưu văn bản trả lời; from 12/UBDT-TTTT',
    ],
    ['triển khai CV 12/UBDT-TTTT giao P. KH', 'lead KH; «triển khai CV 12/UBDT-TTTT; from 12/UBDT-TTTT'],
    // units nobody knows
    [
      'giao P. ABC chủ trì, phối hợp với phòng Marketing rà soát hợp đồng',
      'unknown lead P. ABC, coordinating phòng Marketing; «rà soát hợp đồng',
    ],
    ['giao P. Kế hoạch Đầu tư chủ trì lập dự toán', 'unknown lead P. Kế hoạch Đầu tư; «lập dự toán'],
    // too little
    ['giao P. TH', 'lead TH'],
    ['', ''],
    [' … ', ''],
  ])('%s', (line, expected) => {
    expect(summary(readAssignment(line, CONTEXT))).toBe(expected);
  });

  it('offers the nearest known unit for an unknown one', () => {
    const [unknown] = readAssignment('giao Phòng Kế toán chủ trì lập dự toán', CONTEXT).unknown;
    expect(unknown?.text).toBe('Phòng Kế toán');
    expect(unknown?.nearest.map(({ unit }) => unit.code)).toContain('KH');
  });

  it('keeps the day of the source document, which is not the deadline', () => {
    const reading = readAssignment('theo CV 123/UBDT-TTTT ngày 25/12 giao P. TH báo cáo trước 10/4', CONTEXT);
    expect(reading.source?.date?.toString()).toBe('2015-12-25');
    expect(reading.deadline?.dueOn?.toString()).toBe('2016-04-10');
  });

  it('says what recurs', () => {
    expect(readAssignment('P. TH báo cáo trước ngày 25 hằng tháng', CONTEXT).recurrence).toMatchObject({
      every: 'month',
    });
  });

  it('tells the other dates', () => {
    const reading = readAssignment('P. TH gửi dự thảo trước 10/4, hoàn thành trước 30/4', CONTEXT);
    expect(reading.deadline?.dueOn?.toString()).toBe('2016-04-30');
    expect(reading.otherDeadlines.map(({ dueOn }) => dueOn?.toString())).toEqual(['2016-04-10']);
  });

  it('covers the line with parts', () => {
    expect(
      readAssignment(STORY, CONTEXT).parts.map(({ from, to, role }) => [role, STORY.slice(from, to)]),
    ).toEqual([
      ['lead', 'P. Tổng hợp'],
      ['connecting', 'và'],
      ['lead', 'P. Kế hoạch'],
      ['connecting', 'chủ trì, phối hợp với'],
      ['coordinating', 'VP'],
      ['title', 'dự thảo nội dung phối hợp 5 năm, trình lãnh đạo'],
      ['deadline', 'giữa tháng 4'],
    ]);
  });
});

describe('each rule gives its role in its own examples', () => {
  const examples = ROLE_RULES.flatMap(({ name, role, examples: lines }) =>
    lines.map((line) => [name, line, role] as const),
  );
  test.each(examples)('%s: %s', (_name, line, role) => {
    const { leads, coordinating, followers, excluded } = readAssignment(line, CONTEXT);
    expect({ lead: leads, coordinating, follower: followers, excluded }[role]).not.toEqual([]);
  });
});

describe('for any text', () => {
  const words = fc.constantFrom(
    'giao',
    'P. TH',
    'phòng',
    'VP',
    ',',
    'phối hợp với',
    'chủ trì',
    'theo CV 12/UB-TH',
    'trước 15/4',
    'khẩn',
    '(',
    ')',
    '\n',
    '@',
    'dự thảo',
    'báo cáo',
    ';',
    'không',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 30 }).map((each) => each.join(' ')),
  );

  it('every span equals the text, and the parts cover all that is written', () => {
    fc.assert(
      fc.property(text, (line) => {
        const reading = readAssignment(line, CONTEXT);
        const mentions = [
          ...reading.leads,
          ...reading.coordinating,
          ...reading.followers,
          ...reading.excluded,
          ...reading.unknown,
        ];
        for (const mention of mentions) expect(line.slice(mention.from, mention.to)).toBe(mention.text);
        let end = 0;
        for (const part of reading.parts) {
          expect(line.slice(end, part.from).trim()).toBe('');
          expect(part.to).toBeGreaterThan(part.from);
          end = part.to;
        }
        expect(line.slice(end).trim()).toBe('');
      }),
    );
  });

  it('the title holds words of the line only', () => {
    fc.assert(
      fc.property(text, (line) => {
        const { title, titleSpans } = readAssignment(line, CONTEXT);
        const said = titleSpans.map(({ from, to }) => line.slice(from, to)).join(' ');
        expect(title.replace(/[\s,]/g, '')).toBe(said.replace(/[\s,]/g, ''));
      }),
    );
  });

  it.each(['giao P. TH, ', ')', '(', 'P. TH chủ trì; ', 'VP phối hợp, ', 'phối hợp với '])(
    'reads 100,000 characters of "%s"',
    (seed) => {
      const line = seed.repeat(Math.ceil(100_000 / seed.length));
      expect(readAssignment(line, CONTEXT).to).toBe(line.length);
    },
  );
});
