/** The agencies and departments of an organisation file, with their names. */
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';
import { addAliases, type NewAlias } from './aliases.ts';
import type { ImportSummary } from './importSummary.ts';
import type { ParsedAgency, ParsedDepartment } from './organisation.ts';

/** Ids by folded code. */
export type ImportedUnits = Map<string, { id: number; code: string; departments: Map<string, number> }>;

export async function importUnits(
  trx: Trx,
  agencies: readonly ParsedAgency[],
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<ImportedUnits> {
  const units: ImportedUnits = new Map();
  const aliases: NewAlias[] = [];
  for (const agency of agencies) {
    const known = await importAgency(trx, agency, now, summary);
    if (known.oldName !== null) {
      aliases.push({ agencyId: known.id, departmentId: null, alias: known.oldName });
    }
    aliases.push(...agency.aliases.map((alias) => ({ agencyId: known.id, departmentId: null, alias })));
    const departments = await importDepartments(trx, agency, known.id, now, summary, aliases);
    units.set(fold(agency.code), { id: known.id, code: agency.code, departments });
  }
  const added = await addAliases(trx, now, aliases);
  summary.aliasesAdded.push(...added.map((each) => each.alias));
  return units;
}

async function importAgency(
  trx: Trx,
  { code, name, language, timeZone }: ParsedAgency,
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<{ id: number; oldName: string | null }> {
  const known = (await trx.selectFrom('agency').selectAll().execute()).find(
    (each) => fold(each.code) === fold(code),
  );
  const wanted = {
    name,
    ...(language === null ? {} : { language }),
    ...(timeZone === null ? {} : { time_zone: timeZone }),
  };
  if (!known) {
    const { id } = await trx
      .insertInto('agency')
      .values({ code, ...wanted, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    summary.agenciesAdded.push(code);
    return { id, oldName: null };
  }
  const same =
    known.name === name &&
    known.language === (language ?? known.language) &&
    known.time_zone === (timeZone ?? known.time_zone);
  if (!same) {
    await trx.updateTable('agency').set(wanted).where('id', '=', known.id).execute();
    summary.agenciesChanged.push(code);
  }
  return { id: known.id, oldName: known.name === name ? null : known.name };
}

async function importDepartments(
  trx: Trx,
  agency: ParsedAgency,
  agencyId: number,
  now: Temporal.Instant,
  summary: ImportSummary,
  aliases: NewAlias[],
): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('department')
    .select(['id', 'code', 'name', 'closed_at'])
    .where('agency_id', '=', agencyId)
    .execute();
  const known = new Map(rows.map((row) => [fold(row.code), row]));
  const ids = new Map<string, number>();
  const shown = (code: string) => `${agency.code}/${code}`;
  for (const department of agency.departments) {
    const key = fold(department.code);
    const { code, name } = department;
    const row = known.get(key);
    known.delete(key);
    const id = row?.id ?? (await addDepartment(trx, agencyId, department, now));
    ids.set(key, id);
    aliases.push(...department.aliases.map((alias) => ({ agencyId, departmentId: id, alias })));
    if (!row) {
      summary.departmentsAdded.push(shown(code));
    } else if (row.name !== name || row.closed_at !== null) {
      await trx.updateTable('department').set({ name, closed_at: null }).where('id', '=', id).execute();
      summary.departmentsChanged.push(shown(code));
      // People go on saying the old name; unless it now is another's.
      const taken = agency.departments.some((each) => fold(each.name) === fold(row.name));
      if (!taken) aliases.push({ agencyId, departmentId: id, alias: row.name });
    }
  }
  summary.departmentsNotInFile.push(...[...known.values()].map((row) => shown(row.code)));
  return ids;
}

async function addDepartment(
  trx: Trx,
  agencyId: number,
  { code, name }: ParsedDepartment,
  now: Temporal.Instant,
): Promise<number> {
  const { id } = await trx
    .insertInto('department')
    .values({ agency_id: agencyId, code, name, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
