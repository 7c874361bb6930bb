/** Whether the names in an organisation file tell its units apart. Pure. */
import { fold } from '../language/folding.ts';
import type { FileProblem, ParsedAgency, ParsedDepartment } from './organisation.ts';

type Unit = ParsedAgency | ParsedDepartment;

/** Within one agency, and among the agencies, no name, alias or code may name two units. */
export function unitNameProblems(agencies: readonly ParsedAgency[]): FileProblem[] {
  return [
    ...problemsAmong(agencies),
    ...agencies.flatMap((agency) => problemsAmong([...agency.departments, agency])),
  ];
}

function problemsAmong(units: readonly Unit[]): FileProblem[] {
  const owners = new Map<string, { unit: Unit; own: boolean }>();
  const problems: FileProblem[] = [];
  const claim = (unit: Unit, name: string, own: boolean) => {
    const key = fold(name).replace(/\s+/gu, ' ');
    const owner = key === '' ? undefined : owners.get(key);
    if (key !== '' && !owner) owners.set(key, { unit, own });
    if (!owner || owner.unit === unit) return;
    // Twice the same code is said elsewhere.
    if (own && owner.own && key === fold(unit.code) && key === fold(owner.unit.code)) return;
    const place = { line: unit.line, path: own ? unit.path : `${unit.path}.aliases` };
    const other = owner.unit;
    problems.push({
      ...place,
      say: (t) =>
        !own && namesEachOther(unit, other)
          ? t.aliasLoop(unit.name, other.name)
          : t.nameOfTwo(name, other.name || other.code, other.line),
    });
  };
  // Names and codes first: an alias that is somebody's name is the one to be changed.
  for (const unit of units) for (const name of [unit.code, unit.name]) claim(unit, name, true);
  for (const unit of units) for (const alias of unit.aliases) claim(unit, alias, false);
  return problems;
}

/** Each has the other's name or code among its aliases. */
function namesEachOther(one: Unit, other: Unit): boolean {
  const points = (from: Unit, to: Unit) =>
    from.aliases.some((alias) => [to.name, to.code].some((name) => fold(name) === fold(alias)));
  return points(one, other) && points(other, one);
}
