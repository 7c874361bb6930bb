/** An organisation as its file describes it, checked: what the import works from; and what is said when it is not fit. */
import type { LanguageCode, RoleName } from '../database/codes.ts';
import type { Locale } from '../locale/locale.ts';

export type Organisation = {
  agencies: ParsedAgency[];
  rooms: ParsedRoom[];
  /** Of the text it was read from: the same file is recognised. */
  hash: string;
};

export type ParsedAgency = Spot & {
  code: string;
  name: string;
  aliases: string[];
  /** Null: as it is, or the tables' default. */
  language: LanguageCode | null;
  timeZone: string | null;
  departments: ParsedDepartment[];
  people: ParsedPerson[];
};

export type ParsedDepartment = Spot & { code: string; name: string; aliases: string[] };

export type ParsedPerson = Spot & {
  name: string;
  code: string;
  roles: RoleName[];
  /** Codes of departments of the same agency. */
  departments: string[];
  head: boolean;
  /** Lower case. */
  email: string | null;
  accounts: ParsedAddress[];
};

/** `department` as `TTTT/TH`; of `department` and `agency` one is ''. */
export type ParsedRoom = Spot & { department: string; agency: string; addresses: ParsedAddress[] };

export type ParsedAddress = { platform: 'slack' | 'telegram'; id: string };

/** Where in the file it stands: line from 1, path like `agencies[0].people[2]`. */
export type Spot = { line: number; path: string };

/** Something in the file that somebody must mend. */
export type FileProblem = Spot & { say: (t: Locale['people']['file']) => string };

/** @see describeProblems */
export class OrganisationFileError extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(`the organisation file has ${problems.length} problems`);
    this.name = 'OrganisationFileError';
    this.problems = problems;
  }
}

/** All problems in plain words, a line each, in the order of the file. */
export function describeProblems({ problems }: OrganisationFileError, t: Locale): string[] {
  return [...problems]
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, say }) => t.people.file.problem(line, path, say(t.people.file)));
}
