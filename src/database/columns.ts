/** The kinds of columns that tables are made of. Times are `Temporal` (see temporal.ts), `jsonb` columns carry the type their
 *  feature writes. */
import type { ColumnType, JSONColumnType } from 'kysely';

export type Instant = Temporal.Instant;
export type Day = Temporal.PlainDate;
export type Time = Temporal.PlainTime;
/** A column that may be left out when a row is made. */
export type Optional<T> = ColumnType<T, T | undefined, T>;
/** `jsonb`: written as text (`JSON.stringify`), read as the value. */
export type Json = JSONColumnType<object>;
export type OptionalJson = ColumnType<object | null, string | null | undefined, string | null>;
