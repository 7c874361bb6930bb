/** What cannot be seen in one entry of an organisation file alone: two that contradict each other, names of nothing. Pure. */
import { fold } from '../language/folding.ts';
import type {
  FileProblem,
  Organisation,
  ParsedAgency,
  ParsedPerson,
  ParsedRoom,
  Spot,
} from './organisation.ts';
import { unitNameProblems } from './unitNames.ts';

/** Entries without a code or name are passed over: the schema has named them. */
export function organisationProblems({
  agencies,
  rooms,
}: Pick<Organisation, 'agencies' | 'rooms'>): FileProblem[] {
  const people = agencies.flatMap((agency) => agency.people);
  return [
    ...repeated(
      agencies,
      ({ code }) => fold(code),
      (first) => (t) => t.agencyTwice(first.code, first.line),
    ),
    ...agencies.flatMap(agencyProblems),
    ...unitNameProblems(agencies),
    ...repeatedAddresses(
      people,
      (person) => person.accounts,
      (id, platform, first) => (t) => t.accountTwice(platform, id, first.name, first.line),
    ),
    ...repeated(
      people.map((person) => ({ ...spotAt(person, 'email'), person })),
      ({ person }) => person.email ?? '',
      ({ person }) =>
        (t) =>
          t.emailTwice(person.email ?? '', person.name, person.line),
    ),
    ...repeatedAddresses(
      rooms,
      (room) => room.addresses,
      (id, platform, first) => (t) => t.roomTwice(platform, id, first.line),
    ),
    ...rooms.flatMap((room) => roomProblems(room, agencies)),
  ];
}

function agencyProblems(agency: ParsedAgency): FileProblem[] {
  return [
    ...repeated(
      agency.departments,
      ({ code }) => fold(code),
      (first) => (t) => t.departmentTwice(first.code, agency.code, first.line),
    ),
    ...repeated(
      agency.people,
      ({ name, code }) => (name === '' ? '' : JSON.stringify([name, code])),
      (first) => (t) => t.personTwice(first.name, first.line),
    ),
    ...agency.people.flatMap((person) => personProblems(person, agency)),
  ];
}

function personProblems(person: ParsedPerson, agency: ParsedAgency): FileProblem[] {
  const { line, path, roles, departments, head } = person;
  const problem = (key: string, say: FileProblem['say']) => ({ line, path: `${path}.${key}`, say });
  const known = codesOf(agency);
  const namesAreKnown = known.every((code) => code !== '');
  const unknown = namesAreKnown ? departments.filter((code) => !hasCode(known, code)) : [];
  return [
    ...unknown.map((code) => problem('departments', (t) => t.unknownDepartment(code, agency.code, known))),
    ...(departments.length > 0 && !roles.includes('member')
      ? [problem('roles', (t) => t.departmentsWithoutMember)]
      : []),
    ...(departments.length === 0 && roles.includes('member')
      ? [problem('roles', (t) => t.memberWithoutDepartment)]
      : []),
    ...(departments.length === 0 && head ? [problem('head', (t) => t.headWithoutDepartment)] : []),
  ];
}

function roomProblems(
  { line, path, department, agency, addresses }: ParsedRoom,
  agencies: ParsedAgency[],
): FileProblem[] {
  const problem = (say: FileProblem['say']) => ({ line, path, say });
  const problems: FileProblem[] = [];
  if (addresses.length === 0) problems.push(problem((t) => t.roomWithoutAddress));
  if ((department === '') === (agency === '')) return [...problems, problem((t) => t.roomOfOneUnit)];
  const [agencyCode = '', departmentCode = null] = department === '' ? [agency] : department.split('/');
  if (department !== '' && departmentCode === null) {
    return [...problems, problem((t) => t.departmentNeedsAgency(department))];
  }
  const of = agencies.find((each) => fold(each.code) === fold(agencyCode));
  const codes = agencies.map((each) => each.code);
  if (!of) {
    return codes.includes('') ? problems : [...problems, problem((t) => t.unknownAgency(agencyCode, codes))];
  }
  if (departmentCode === null) return problems;
  const known = codesOf(of);
  if (hasCode(known, departmentCode) || known.includes('')) return problems;
  return [...problems, problem((t) => t.unknownDepartment(departmentCode, of.code, known))];
}

function codesOf({ departments }: ParsedAgency): string[] {
  return [...new Set(departments.map((department) => department.code))];
}

function hasCode(codes: readonly string[], code: string): boolean {
  return codes.some((each) => fold(each) === fold(code));
}

/** A problem at every entry whose key an earlier one has; entries with the key '' are passed over. */
function repeated<T extends Spot>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  say: (first: T) => FileProblem['say'],
): FileProblem[] {
  const firsts = new Map<string, T>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (key === '') return [];
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    return first ? [{ line: entry.line, path: entry.path, say: say(first) }] : [];
  });
}

function repeatedAddresses<T extends Spot>(
  entries: readonly T[],
  addressesOf: (entry: T) => ParsedPerson['accounts'],
  say: (id: string, platform: string, first: T) => FileProblem['say'],
): FileProblem[] {
  const single = entries.flatMap((entry) =>
    addressesOf(entry).map(({ platform, id }) => ({ ...spotAt(entry, platform), entry, platform, id })),
  );
  return repeated(
    single,
    ({ platform, id }) => `${platform} ${id}`,
    ({ id, platform, entry }) => say(id, platform, entry),
  );
}

function spotAt({ line, path }: Spot, key: string): Spot {
  return { line, path: `${path}.${key}` };
}
