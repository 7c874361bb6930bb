import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  buildUnitIndex,
  findUnits,
  type KnownUnit,
  matchUnit,
  nearestUnits,
  type UnitMention,
} from '../../../src/language/matching/matchUnits.ts';
import { NO_HOME, TTTT_HOME, UNITS } from './organisation.ts';

const index = buildUnitIndex(UNITS, TTTT_HOME);

/** "P. TH = TTTT/TH CNTT/TH ?": the words, the candidates in order, "?" when somebody must be asked. */
function written({ text, candidates, sure }: UnitMention): string {
  const units = candidates.map(({ unit }) =>
    unit.kind === 'agency' ? unit.code : `${unit.agencyCode}/${unit.code}`,
  );
  return `${text} = ${units.join(' ')}${sure ? '' : ' ?'}`;
}

describe('units in a text', () => {
  test.each<[string, string[]]>([
    // by name, alias and code
    ['P. Kế hoạch dự thảo', ['P. Kế hoạch = TTTT/KH']],
    ['Phòng Kế hoạch dự thảo', ['Phòng Kế hoạch = TTTT/KH']],
    ['P.KH dự thảo', ['P.KH = TTTT/KH']],
    ['giao KH dự thảo', ['KH = TTTT/KH']],
    ['giao kh chủ trì', ['kh = TTTT/KH']],
    ['@KH dự thảo', ['KH = TTTT/KH']],
    [
      'phòng HC-TC và P. Hành chính - Tổ chức',
      ['phòng HC-TC = TTTT/HCTC', 'P. Hành chính - Tổ chức = TTTT/HCTC'],
    ],
    ['Phòng Hành chính và Tổ chức', ['Phòng Hành chính và Tổ chức = TTTT/HCTC']],
    ['phòng CSDL rà soát', ['phòng CSDL = TTTT/CSDL']],
    ['Planning Department to lead', ['Planning Department = TTTT/KH']],
    ['ask General Affairs to lead', ['General Affairs = TTTT/TH']],
    ['Trung tâm Thông tin và Cục CNTT', ['Trung tâm Thông tin = TTTT', 'Cục CNTT = CNTT']],
    // spelling: case, diacritics, Unicode form, place of the tone
    ['PHÒNG KẾ HOẠCH CHỦ TRÌ', ['PHÒNG KẾ HOẠCH = TTTT/KH']],
    ['phong ke hoach chu tri', ['phong ke hoach = TTTT/KH']],
    ['Phòng Kế hoạch'.normalize('NFD'), [`${'Phòng Kế hoạch'.normalize('NFD')} = TTTT/KH`]],
    // two agencies with one name: the own one first, and asked
    ['P. Tổng hợp dự thảo', ['P. Tổng hợp = TTTT/TH CNTT/TH ?']],
    ['P. TH của Cục CNTT', ['P. TH của Cục CNTT = CNTT/TH']],
    ['phòng Tổng hợp của Trung tâm Thông tin', ['phòng Tổng hợp của Trung tâm Thông tin = TTTT/TH']],
    ['P. CNTT bên Cục CNTT', ['P. CNTT bên Cục CNTT = CNTT/CNTT']],
    ['TTTT/TH, CNTT/TH', ['TTTT/TH = TTTT/TH', 'CNTT/TH = CNTT/TH']],
    ['P. TH bên mình', ['P. TH bên mình = TTTT/TH']],
    ['P. TH (Cục CNTT) dự thảo', ['P. TH (Cục CNTT) = CNTT/TH']],
    ['phòng Kế hoạch của Cục CNTT', ['phòng Kế hoạch của Cục CNTT = TTTT/KH ?']],
    // lists and shared heads
    [
      'các phòng Kế hoạch, Cơ sở dữ liệu và VP Cục',
      ['phòng Kế hoạch = TTTT/KH', 'Cơ sở dữ liệu = TTTT/CSDL', 'VP Cục = CNTT/VP'],
    ],
    ['giao KH/CSDL rà soát', ['KH = TTTT/KH', 'CSDL = TTTT/CSDL']],
    // slips of the keyboard are asked about
    ['Phòng Kế hoahc dự thảo', ['Phòng Kế hoahc = TTTT/KH ?']],
    ['phòng kehoach dự thảo', ['phòng kehoach = TTTT/KH ?']],
    ['phòng Phát triển phần mền', ['phòng Phát triển phần mền = CNTT/PTPM ?']],
    // closed units are recognised and asked about
    ['P. QLDA báo cáo', ['P. QLDA = TTTT/QLDA ?']],
    // words that are no units
    ['tổng hợp báo cáo quý I', []],
    ['Tổng hợp báo cáo quý I', []],
    ['lập kế hoạch tuần', []],
    ['anh em bạn tổng hợp giúp', []],
    ['theo CV 123/UBDT-TTTT ngày 1/4', []],
    ['b/c tình hình t/h nhiệm vụ', []],
    ['văn phòng phẩm quý này', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(findUnits(text, index).map(written)).toEqual(expected);
  });

  it('asks about a shared name when the speaker belongs to no agency', () => {
    const nobody = buildUnitIndex(UNITS, NO_HOME);
    expect(findUnits('P. Tổng hợp dự thảo', nobody).map(({ sure }) => sure)).toEqual([false]);
  });
});

describe('a name given alone', () => {
  test.each<[string, string]>([
    ['KH', 'one TTTT/KH'],
    ['kế hoạch', 'one TTTT/KH'],
    ['phòng ke hoach', 'one TTTT/KH'],
    ['CNTT/TH', 'one CNTT/TH'],
    ['hc-tc', 'one TTTT/HCTC'],
    ['@KH', 'one TTTT/KH'],
    ['TH', 'several TTTT/TH CNTT/TH'],
    ['phòng Kế hoahc', 'several TTTT/KH'],
    ['QLDA', 'several TTTT/QLDA'],
    ['Phòng Kế toán', 'none TTTT/KH'],
    ['Phòng Marketing', 'none'],
    ['', 'none'],
    ['...', 'none'],
  ])('%s', (words, expected) => {
    const match = matchUnit(words, index);
    const candidates =
      match.kind === 'one' ? [match] : match.kind === 'several' ? match.candidates : match.nearest;
    expect([match.kind, ...candidates.map(({ unit }) => `${unit.agencyCode}/${unit.code}`)].join(' ')).toBe(
      expected,
    );
  });
});

describe('nearest names', () => {
  it('orders them by likeness', () => {
    expect(nearestUnits('phòng phát triển phần cứng', index).map(({ unit }) => unit.code)[0]).toBe('PTPM');
  });
  it('offers nothing for a name that is like none', () => {
    expect(nearestUnits('Ban Quản lý chợ', index)).toEqual([]);
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    'P.',
    'TH',
    'phòng',
    'Tổng hợp',
    'Kế',
    'hoạch',
    ',',
    '/',
    '@',
    'và',
    'VP',
    'của',
    'Cục CNTT',
    '(',
    ')',
    '\n',
    'giao',
    '123/UB',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' ')),
  );

  it('spans equal the text, in order and without overlap', () => {
    fc.assert(
      fc.property(text, (typed) => {
        let end = 0;
        for (const mention of findUnits(typed, index)) {
          expect(mention.from).toBeGreaterThanOrEqual(end);
          expect(typed.slice(mention.from, mention.to)).toBe(mention.text);
          expect(mention.candidates.length).toBeGreaterThan(0);
          end = mention.to;
        }
        matchUnit(typed, index);
      }),
    );
  });

  it.each(['phòng ', 'P. Tổng hợp và ', 'TH/', '@', 'TTTT/TH của ', 'phòng Kế hoahc, '])(
    'reads 100,000 characters of "%s"',
    (seed) => {
      const typed = seed.repeat(Math.ceil(100_000 / seed.length));
      for (const mention of findUnits(typed, index)) expect(mention.text.length).toBeLessThan(100);
    },
  );
});

describe('2,000 departments', () => {
  const names = ['Tổng hợp', 'Kế hoạch', 'Tài chính', 'Pháp chế', 'Thanh tra'];
  const many: KnownUnit[] = Array.from({ length: 2000 }, (_, id) => ({
    id,
    kind: 'department',
    agencyId: Math.floor(id / names.length),
    code: `${['TH', 'KH', 'TC', 'PC', 'TTR'][id % names.length]}`,
    name: `Phòng ${names[id % names.length]}`,
    aliases: [],
    agencyCode: `CQ${Math.floor(id / names.length)}`,
  }));
  it('puts the own department first and lists only as many as one can choose from', () => {
    const large = buildUnitIndex(many, { agencyId: 250 });
    const [mention] = findUnits('giao P. Kế hoạch dự thảo', large);
    expect(mention?.candidates[0]?.unit.agencyId).toBe(250);
    expect(mention?.candidates).toHaveLength(10);
    expect(mention?.sure).toBe(false);
  });
});
