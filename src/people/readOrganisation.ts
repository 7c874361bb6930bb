/** Takes from the content of an organisation file what is there: what is missing or of the wrong kind is '' or left out,
 *  so that all other checks can still be made. Whether the file is fit is said by the schema. Pure. */
import type { LanguageCode, RoleName } from '../database/codes.ts';
import type { Path } from './fileSpots.ts';
import type {
  Organisation,
  ParsedAddress,
  ParsedAgency,
  ParsedDepartment,
  ParsedPerson,
  ParsedRoom,
  Spot,
} from './organisation.ts';
import { fileRoles } from './organisationSchema.ts';

export function readOrganisation(
  content: unknown,
  spotOf: (path: Path) => Spot,
): Pick<Organisation, 'agencies' | 'rooms'> {
  const items = (of: unknown, path: Path, key: string) =>
    listIn(of, key).map((item, place) => ({ item, path: [...path, key, place] }));

  const address = (item: unknown): ParsedAddress[] =>
    (['slack', 'telegram'] as const).flatMap((platform) => {
      const id = textIn(item, platform);
      return id === '' ? [] : [{ platform, id }];
    });

  const department = (item: unknown, path: Path): ParsedDepartment => ({
    ...spotOf(path),
    code: textIn(item, 'code'),
    name: textIn(item, 'name'),
    aliases: textsIn(item, 'aliases'),
  });

  const person = (item: unknown, path: Path): ParsedPerson => {
    const departments = textsIn(item, 'departments');
    const roles = textsIn(item, 'roles').flatMap((role) => roleNamed(role) ?? []);
    // Whoever is said to be in a department, and nothing else, is a member of it.
    const memberOnly = listIn(item, 'roles').length === 0 && departments.length > 0;
    return {
      ...spotOf(path),
      name: textIn(item, 'name'),
      code: textIn(item, 'code'),
      roles: memberOnly ? ['member'] : [...new Set(roles)],
      departments: [...new Set(departments)],
      head: valueIn(item, 'head') === true,
      email: textIn(item, 'email').toLowerCase() || null,
      accounts: address(item),
    };
  };

  const agency = (item: unknown, path: Path): ParsedAgency => ({
    ...spotOf(path),
    code: textIn(item, 'code'),
    name: textIn(item, 'name'),
    aliases: textsIn(item, 'aliases'),
    language: languageNamed(textIn(item, 'language')),
    timeZone: textIn(item, 'timeZone') || null,
    departments: items(item, path, 'departments').map((each) => department(each.item, each.path)),
    people: items(item, path, 'people').map((each) => person(each.item, each.path)),
  });

  const room = (item: unknown, path: Path): ParsedRoom => ({
    ...spotOf(path),
    department: textIn(item, 'department'),
    agency: textIn(item, 'agency'),
    addresses: address(item),
  });

  return {
    agencies: items(content, [], 'agencies').map((each) => agency(each.item, each.path)),
    rooms: items(content, [], 'rooms').map((each) => room(each.item, each.path)),
  };
}

function valueIn(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined;
}

function listIn(item: unknown, key: string): unknown[] {
  const value = valueIn(item, key);
  return Array.isArray(value) ? value : [];
}

function textIn(item: unknown, key: string): string {
  return textOf(valueIn(item, key));
}

function textsIn(item: unknown, key: string): string[] {
  return listIn(item, key).flatMap((each) => textOf(each) || []);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim().normalize('NFC') : '';
}

function roleNamed(name: string): RoleName | undefined {
  return fileRoles.find((role) => role === name);
}

function languageNamed(name: string): LanguageCode | null {
  return name === 'vi' || name === 'en' ? name : null;
}
