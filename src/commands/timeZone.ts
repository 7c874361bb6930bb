/** The zone in which commands that read text count days. */
import { BadInput, type CommandIo } from './command.ts';

/** @throws BadInput */
export function calendarZone({ environment }: CommandIo): string {
  const timeZone = environment.TIME_ZONE?.trim() || 'Asia/Ho_Chi_Minh';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new BadInput(`TIME_ZONE is no time zone: ${timeZone}`);
  }
}
