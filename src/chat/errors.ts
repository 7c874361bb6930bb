/** The two errors that are part of the game. Everything else is a bug. */
import type { PlatformName } from './place.ts';

/** Something the user can mend: what is the matter, and how to mend it, both in the user's language. */
export class UserError extends Error {
  readonly mend: string;
  /** Set when one field of a form is at fault. */
  readonly field: string | null;

  constructor(what: string, mend: string, field: string | null = null) {
    super(what);
    this.name = 'UserError';
    this.mend = mend;
    this.field = field;
  }
}

export type Failure = {
  platform: PlatformName;
  code: string;
  /** `lasting`: this address cannot be reached until somebody mends it. `passing`: try again later.
   *  `gone`: the message to edit is no longer there. */
  kind: 'lasting' | 'passing' | 'gone';
  retryAfterMs?: number;
  /** Lasting for this message alone, such as a file where files are not allowed: the address takes others. */
  onlyThis?: true;
};

/** A platform refused or did not answer. */
export class PlatformError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(`${failure.platform}: ${failure.code}`, { cause });
    this.name = 'PlatformError';
    this.failure = failure;
  }
}
