/** Binds the rooms that an organisation file names to their departments and agencies, and sends each new one a test card. */
import type { Trx } from '../database/transaction.ts';
import { fold } from '../language/folding.ts';
import type { ImportSummary } from './importSummary.ts';
import type { ImportedUnits } from './importUnits.ts';
import type { ParsedRoom } from './organisation.ts';
import { bindRoom } from './rooms.ts';
import { sendRoomTest } from './roomTest.ts';

export async function importRooms(
  trx: Trx,
  rooms: readonly ParsedRoom[],
  units: ImportedUnits,
  now: Temporal.Instant,
  summary: ImportSummary,
): Promise<void> {
  for (const room of rooms) {
    const { agencyId, departmentId, shown } = unitOf(room, units);
    for (const { platform, id } of room.addresses) {
      const place = { platform, chatId: id, threadId: '', title: '' };
      const bound = await bindRoom(trx, now, place, { agencyId, departmentId });
      if (!bound.changed) continue;
      await sendRoomTest(trx, now, bound.id);
      summary.roomsBound.push(`${shown} (${platform})`);
    }
  }
}

function unitOf({ agency, department }: ParsedRoom, units: ImportedUnits) {
  const [agencyCode = '', departmentCode = null] = department === '' ? [agency] : department.split('/');
  const unit = units.get(fold(agencyCode));
  const departmentId = departmentCode === null ? null : unit?.departments.get(fold(departmentCode));
  if (!unit || departmentId === undefined)
    throw new Error(`the unit of the room ${agency}${department} is unknown`);
  return { agencyId: unit.id, departmentId, shown: departmentCode === null ? unit.code : department };
}
