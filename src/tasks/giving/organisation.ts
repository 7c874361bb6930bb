/** The departments and agencies among which the giver chooses. */
import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.ts';
import type { KnownUnit } from '../../language/matching/unit.ts';
import { loadUnits } from '../../people/units.ts';

export type Organisation = {
  units: readonly KnownUnit[];
  departments: ReadonlyMap<number, KnownUnit>;
  agencies: ReadonlyMap<number, KnownUnit>;
};

export async function loadOrganisation(db: Kysely<Database>): Promise<Organisation> {
  return organisationOf(await loadUnits(db));
}

function organisationOf(units: readonly KnownUnit[]): Organisation {
  const byId = (kind: KnownUnit['kind']) =>
    new Map(units.filter((unit) => unit.kind === kind).map((unit) => [unit.id, unit]));
  return { units, departments: byId('department'), agencies: byId('agency') };
}

/** Departments that may get tasks, those of the giving agency first. */
export function openDepartments(organisation: Organisation, homeAgencyId: number | null): KnownUnit[] {
  const open = [...organisation.departments.values()].filter((unit) => unit.closed !== true);
  return open.sort((a, b) => rank(a, homeAgencyId) - rank(b, homeAgencyId));
}

/** "Phòng Tổng hợp", with the agency's code when it is not the giver's own: "Phòng Tổng hợp (CNTT)". */
export function unitLabel(unit: KnownUnit, homeAgencyId: number | null): string {
  return unit.kind === 'agency' || unit.agencyId === homeAgencyId
    ? unit.name
    : `${unit.name} (${unit.agencyCode})`;
}

/** Stable: departments of one agency keep their order. */
function rank(unit: KnownUnit, homeAgencyId: number | null): number {
  return unit.agencyId === homeAgencyId ? 0 : unit.agencyId;
}
