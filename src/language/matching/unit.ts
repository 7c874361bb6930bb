/** The units of an organisation as the reader of language needs them, and what it finds of them in a text. Types only. */

/** A department, or an agency as a whole, that the bot knows. */
export type KnownUnit = {
  id: number;
  kind: 'department' | 'agency';
  /** The agency the unit belongs to; its own id for an agency. */
  agencyId: number;
  /** Short sign within its agency, for example `TH`. */
  code: string;
  name: string;
  /** Other names, short forms and old names. */
  aliases: string[];
  agencyCode: string;
  /** True for a unit that was dissolved, merged or renamed: still recognised, never taken without asking. */
  closed?: boolean;
};

/** A unit that words may mean. `score` lies in (0, 1]: 1 when a name, alias or code was written out. */
export type UnitCandidate = { unit: KnownUnit; score: number };

/** Words of a text that name a unit. `text` is `source.slice(from, to)`; `to` is exclusive. */
export type UnitMention = {
  from: number;
  to: number;
  text: string;
  /** At least one, the likeliest first, each unit once. */
  candidates: UnitCandidate[];
  /** False when somebody must be asked: several units fit, the spelling was off, or the unit is closed. */
  sure: boolean;
};

/** What a name given alone means. */
export type UnitMatch =
  | { kind: 'one'; unit: KnownUnit }
  | { kind: 'several'; candidates: UnitCandidate[] }
  | { kind: 'none'; nearest: UnitCandidate[] };
