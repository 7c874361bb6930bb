/** A line that describes a programme to be opened: "Chương trình phối hợp 5 năm 2016–2020 giữa TTTT và CNTT, đầu mối P. TH và VP
 *  Cục". Pure; never throws. */
import { fold } from '../folding.ts';
import { findUnits, matchUnit } from '../matching/matchUnits.ts';
import type { KnownUnit } from '../matching/unit.ts';
import type { UnitIndex } from '../matching/unitIndex.ts';

export type ProgrammeReading = {
  /** The words before those about focal departments. */
  title: string;
  /** Null when the words name none. */
  years: { from: number; to: number; said: 'both' | 'length' } | null;
  /** Ids, in order of place. */
  agencyIds: number[];
  departmentIds: number[];
  /** Names of departments that fit none or several; with those they may mean. */
  unclear: { words: string; mayMean: readonly KnownUnit[] }[];
};

/** `thisYear`: where "5 năm" without a year begins. */
export function readProgramme(text: string, units: UnitIndex, thisYear: number): ProgrammeReading {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const cut = focalAt(line);
  const head = cut ? line.slice(0, cut.from) : line;
  const agencies = findUnits(head, units).flatMap(({ candidates }) => {
    const [first] = candidates.filter(({ unit }) => unit.kind === 'agency' && unit.closed !== true);
    return first ? [first.unit.id] : [];
  });
  const focal = cut
    ? focalUnits(line.slice(cut.to), units, [...agencies, units.home.agencyId ?? 0])
    : { departments: [], unclear: [] };
  const agencyIds = [...new Set([...agencies, ...focal.departments.map((unit) => unit.agencyId)])];
  return {
    title: head.replace(/[\s,;.:–-]+$/u, ''),
    years: readYears(head, thisYear),
    agencyIds,
    departmentIds: [...new Set(focal.departments.map((unit) => unit.id))],
    unclear: focal.unclear,
  };
}

/** "2016–2020", "từ 2016 đến 2020", "5 năm từ 2016", "năm 2016"; "5 năm" alone begins this year. */
export function readYears(text: string, thisYear: number): ProgrammeReading['years'] {
  const folded = fold(text);
  const both =
    /(?<!\d)(?<from>(?:19|2[01])\d\d)\s*(?:-|–|—|den(?: het)?(?: nam)?|toi|to)\s*(?<to>(?:19|2[01])?\d\d)(?!\d)/u.exec(
      folded,
    )?.groups;
  if (both) {
    const from = Number(both.from);
    const last = Number(both.to);
    const to = last < 100 ? Math.floor(from / 100) * 100 + last : last;
    return to < from ? null : { from, to, said: 'both' };
  }
  const length = Number(
    /(?<![\d/])(?<count>\d{1,2})[\s-]*(?:nam|years?)(?!\p{L})/u.exec(folded)?.groups?.count ?? 0,
  );
  const one = /(?:nam|tu|from|in|year)\s+(?<year>(?:19|2[01])\d\d)(?!\d)/u.exec(folded)?.groups?.year;
  if (length > 0) {
    const from = one === undefined ? thisYear : Number(one);
    return { from, to: from + length - 1, said: one === undefined ? 'length' : 'both' };
  }
  return one === undefined ? null : { from: Number(one), to: Number(one), said: 'both' };
}

/** Where the words about focal departments begin, and where the names follow. */
function focalAt(line: string): { from: number; to: number } | null {
  const found =
    /[\s,;.(–-]*(?<![\p{L}])(?:các |với |có |và )?(?:đơn vị |phòng )?(?:làm )?(?:đầu mối|dau moi|focal (?:points?|departments?))(?: là| gồm| la| gom)?\s*:?\s+/iu.exec(
      line,
    );
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

function focalUnits(text: string, units: UnitIndex, agencyIds: readonly number[]) {
  const departments: KnownUnit[] = [];
  const unclear: ProgrammeReading['unclear'] = [];
  const names = text
    .split(/[,;\n]|\s+(?:và|va|and|cùng)\s+|\s*&\s*/u)
    .map((name) => name.replace(/^[\s.:]+|[\s.:)]+$/gu, ''));
  for (const name of names) {
    if (name === '') continue;
    const match = matchUnit(name, units);
    const all =
      match.kind === 'one'
        ? [match.unit]
        : match.kind === 'several'
          ? match.candidates.map(({ unit }) => unit)
          : [];
    const open = all.filter((unit) => unit.kind === 'department' && unit.closed !== true);
    const inside = open.filter((unit) => agencyIds.includes(unit.agencyId));
    const fitting = inside.length > 0 ? inside : open;
    const [only] = fitting;
    if (only && fitting.length === 1) departments.push(only);
    else unclear.push({ words: name, mayMean: fitting.length > 0 ? fitting : nearOf(match) });
  }
  return { departments, unclear };
}

function nearOf(match: ReturnType<typeof matchUnit>): KnownUnit[] {
  if (match.kind !== 'none') return [];
  return match.nearest
    .map(({ unit }) => unit)
    .filter((unit) => unit.kind === 'department' && unit.closed !== true);
}
