/** What an import has changed, by kind, as the names that the chat would use. */
import type { Locale } from '../locale/locale.ts';

export type ImportSummary = Record<ImportChange, string[]>;

type ImportChange = keyof Locale['people']['file']['changes'];

export function emptySummary(): ImportSummary {
  return {
    agenciesAdded: [],
    agenciesChanged: [],
    departmentsAdded: [],
    departmentsChanged: [],
    aliasesAdded: [],
    peopleAdded: [],
    peopleChanged: [],
    rolesChanged: [],
    accountsBound: [],
    roomsBound: [],
    departmentsNotInFile: [],
    peopleNotInFile: [],
  };
}

/** What is only reported is no change. */
export function hasChanges({ departmentsNotInFile, peopleNotInFile, ...changes }: ImportSummary): boolean {
  return Object.values(changes).some((names) => names.length > 0);
}

/** For people, a line a kind. */
export function describeSummary(summary: ImportSummary, t: Locale): string[] {
  const { changes, imported, nothingChanged } = t.people.file;
  const lines = changeOrder.flatMap((kind) => {
    const names = summary[kind];
    if (names.length === 0) return [];
    const shown = names.slice(0, namesShown).join(', ');
    return [
      changes[kind](
        names.length > namesShown ? `${shown}${t.common.andMore(names.length - namesShown)}` : shown,
      ),
    ];
  });
  return [hasChanges(summary) ? imported : nothingChanged, ...lines];
}

const changeOrder: readonly ImportChange[] = [
  'agenciesAdded',
  'agenciesChanged',
  'departmentsAdded',
  'departmentsChanged',
  'aliasesAdded',
  'peopleAdded',
  'peopleChanged',
  'rolesChanged',
  'accountsBound',
  'roomsBound',
  'departmentsNotInFile',
  'peopleNotInFile',
];

const namesShown = 12;
