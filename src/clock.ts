/** The bot's clock. The only file that reads the machine's: everything else is told the time. */

export type Clock = { now(): Temporal.Instant };

export const machineClock: Clock = { now: () => Temporal.Now.instant() };
