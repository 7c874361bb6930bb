/** The one error of this folder: the bot cannot have its database, and the operator can do something about it. */

/** What went wrong, with the facts its sentence needs. Passwords are never among them. */
export type ProblemFacts = {
  addressNotUnderstood: Record<string, never>;
  noAnswer: { host: string; port: number; waitedMs: number; reason: string };
  refused: { host: string; port: number; reason: string };
  serverUnfit: { found: string; wanted: string };
  platformNotSupported: { platform: string };
  folderInUse: { folder: string; holder: string };
  folderNotWritable: { folder: string; reason: string };
  folderNotOurs: { folder: string; owner: number; runningAs: number };
  folderUnreachable: { folder: string };
  folderNotADatabase: { folder: string };
  passwordMissing: { file: string };
  otherVersion: { folder: string; found: string; wanted: string };
  accountMissing: { account: string; reason: string };
  initFailed: { folder: string; reason: string };
  startFailed: { folder: string; log: string; reason: string };
  leftoverServer: { folder: string; pid: number };
  migrationsLocked: { waitedMs: number };
  migrationUnreadable: { name: string; reason: string };
  migrationUnknown: { name: string; appliedAt: string };
  migrationChanged: { name: string; appliedAt: string };
  migrationOutOfOrder: { name: string; after: string };
  migrationFailed: { name: string; reason: string };
  migrationIrreversible: { name: string; reason: string };
};

export type Problem = keyof ProblemFacts;

/** Thrown by every function of this folder that an operator can mend; the message is plain English for the terminal. */
export class DatabaseUnavailable<P extends Problem = Problem> extends Error {
  readonly problem: P;
  readonly facts: Readonly<ProblemFacts[P]>;

  constructor(problem: P, facts: ProblemFacts[P], cause?: unknown) {
    super(sentences[problem](facts), cause === undefined ? {} : { cause });
    this.name = 'DatabaseUnavailable';
    this.problem = problem;
    this.facts = facts;
  }
}

/** The words of an unknown error, on one line and without its stack. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim() || 'no reason given';
}

const sentences: { [P in Problem]: (facts: ProblemFacts[P]) => string } = {
  addressNotUnderstood: () =>
    'DATABASE_URL is not an address of the form postgres://user:password@host:5432/name. ' +
    'Leave it empty to use the database that comes with the bot.',
  noAnswer: ({ host, port, waitedMs, reason }) =>
    `The database at ${host}:${port} did not answer within ${seconds(waitedMs)} (${reason}). ` +
    'Check that it runs and that DATABASE_URL names the right host and port.',
  refused: ({ host, port, reason }) =>
    `The database at ${host}:${port} refused the connection: ${reason}. ` +
    'Check the user, the password and the name of the database in DATABASE_URL.',
  serverUnfit: ({ found, wanted }) => `The database has ${found}, but the bot needs ${wanted}.`,
  platformNotSupported: ({ platform }) =>
    `There is no embedded database for ${platform}. Run a Postgres server and name it in DATABASE_URL.`,
  folderInUse: ({ folder, holder }) =>
    `Another bot ${holder} already uses the folder ${folder}. Stop it first, or give this one its own DATA_DIR.`,
  folderNotWritable: ({ folder, reason }) =>
    `The folder ${folder} cannot be written (${reason}). Mend its permissions or choose another DATA_DIR.`,
  folderNotOurs: ({ folder, owner, runningAs }) =>
    `The folder ${folder} belongs to user id ${owner}, but the bot runs as user id ${runningAs}. ` +
    'Start the bot as the owner, or choose another DATA_DIR.',
  folderUnreachable: ({ folder }) =>
    `Postgres does not run as root, and the account it runs under may not enter ${folder}. ` +
    'Let it pass the parent folders (chmod o+x), or move DATA_DIR to a place such as /var/lib.',
  folderNotADatabase: ({ folder }) =>
    `The folder ${folder} holds something that is not a database of the bot. ` +
    'Move it away, or choose another DATA_DIR.',
  passwordMissing: ({ file }) =>
    `The file ${file} is missing: without it the bot cannot open its own database. Restore it from the backup.`,
  otherVersion: ({ folder, found, wanted }) =>
    `The database in ${folder} was made by Postgres ${found}; this bot brings Postgres ${wanted}. ` +
    `Carry the data over with pg_dump and pg_restore, or start with an empty DATA_DIR.`,
  accountMissing: ({ account, reason }) =>
    `Postgres does not run as root, and no account ${account} can be used in its place (${reason}). ` +
    'Start the bot as a normal user, or set DATABASE_URL.',
  initFailed: ({ folder, reason }) => `The database could not be set up in ${folder}: ${reason}`,
  startFailed: ({ folder, log, reason }) =>
    `The embedded database in ${folder} did not start: ${reason} (its log: ${log})`,
  leftoverServer: ({ folder, pid }) =>
    `A database server from an earlier run (process ${pid}) still uses ${folder} and does not stop. ` +
    'Stop that process, then start the bot again.',
  migrationsLocked: ({ waitedMs }) =>
    `Another instance has been changing the database for ${seconds(waitedMs)}. Try again when it is done.`,
  migrationUnreadable: ({ name, reason }) => `The migration ${name} cannot be used: ${reason}`,
  migrationUnknown: ({ name, appliedAt }) =>
    `The database has the migration ${name} (applied ${appliedAt}), which this version of the bot does not know. ` +
    'It was made by a newer version: start that one.',
  migrationChanged: ({ name, appliedAt }) =>
    `The migration ${name} was changed after it was applied (${appliedAt}). ` +
    'Restore the file, and put the change into a new migration.',
  migrationOutOfOrder: ({ name, after }) =>
    `The migration ${name} has not been applied, but the later ${after} has. Give it a number after ${after}.`,
  migrationFailed: ({ name, reason }) =>
    `The migration ${name} failed and was undone: ${reason}. The database is as it was before it.`,
  migrationIrreversible: ({ name, reason }) => `The migration ${name} cannot be undone: ${reason}`,
};

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
