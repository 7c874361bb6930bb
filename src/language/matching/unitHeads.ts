/** The words a unit's name begins with, and how they are shortened. Data. */

/** A head with all the ways to write it, as folded words; the first is the full one. Longer heads stand before shorter. */
export type UnitHead = { name: string; ways: readonly (readonly string[])[] };

const UNIT_HEADS: readonly UnitHead[] = [
  { name: 'ủy ban nhân dân', ways: [['uy', 'ban', 'nhan', 'dan'], ['ubnd']] },
  { name: 'hội đồng nhân dân', ways: [['hoi', 'dong', 'nhan', 'dan'], ['hdnd']] },
  { name: 'ban quản lý', ways: [['ban', 'quan', 'ly'], ['bql']] },
  { name: 'ban chỉ đạo', ways: [['ban', 'chi', 'dao'], ['bcd']] },
  { name: 'tổng cục', ways: [['tong', 'cuc']] },
  { name: 'chi cục', ways: [['chi', 'cuc']] },
  { name: 'văn phòng', ways: [['van', 'phong'], ['vp']] },
  { name: 'trung tâm', ways: [['trung', 'tam'], ['tt'], ['ttam']] },
  { name: 'thanh tra', ways: [['thanh', 'tra'], ['ttra']] },
  { name: 'ủy ban', ways: [['uy', 'ban'], ['ub']] },
  { name: 'hội đồng', ways: [['hoi', 'dong'], ['hd']] },
  { name: 'bộ phận', ways: [['bo', 'phan'], ['bp']] },
  { name: 'tổ công tác', ways: [['to', 'cong', 'tac'], ['tct']] },
  { name: 'phòng', ways: [['phong'], ['p'], ['ph']] },
  { name: 'ban', ways: [['ban']] },
  { name: 'vụ', ways: [['vu']] },
  { name: 'cục', ways: [['cuc']] },
  { name: 'sở', ways: [['so']] },
  { name: 'bộ', ways: [['bo']] },
  { name: 'viện', ways: [['vien']] },
  { name: 'tổ', ways: [['to']] },
  { name: 'đội', ways: [['doi']] },
  { name: 'khoa', ways: [['khoa']] },
  { name: 'trường', ways: [['truong']] },
  { name: 'học viện', ways: [['hoc', 'vien'], ['hv']] },
  { name: 'tạp chí', ways: [['tap', 'chi']] },
  { name: 'báo', ways: [['bao']] },
  {
    name: 'department',
    ways: [
      ['department', 'of'],
      ['dept', 'of'],
      ['division', 'of'],
      ['office', 'of'],
    ],
  },
];

/** Words that close an English name and may be left out: "General Affairs Department". */
export const ENGLISH_TAILS: readonly string[] = [
  'department',
  'dept',
  'division',
  'office',
  'section',
  'team',
];

/** The head at the start of these folded words and how many of them it takes; null when they begin with none. */
export function headOf(words: readonly string[]): { head: UnitHead; length: number } | null {
  for (const head of UNIT_HEADS) {
    for (const way of head.ways) {
      if (way.every((word, index) => words[index] === word)) return { head, length: way.length };
    }
  }
  return null;
}
