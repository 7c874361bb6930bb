/** The organisation file as it may be written (its contract: DESIGN.md §5): keys, kinds of values, bounds. Pure. */
import { z } from 'zod';

/** Roles as the file writes them. */
export const fileRoles = ['leader', 'official', 'member', 'admin'] as const;

/** A file larger than this is not read, in characters. */
export const fileLengthMax = 4_000_000;

/** Codes, identifiers and names may look like numbers; in YAML they then are numbers. */
function text(max: number) {
  const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);
  return z.preprocess(asText, z.string().trim().min(1).max(max));
}

/** Goes into buttons, addresses of rooms (TTTT/TH) and the line of a command. */
const code = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .trim()
    .min(1)
    .max(20)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
);
const name = text(200);
const names = z.array(name).max(50).nullish();
/** As the platforms number people and rooms; a name of theirs, such as @an or #chung, reaches nobody. */
/** Where one bot serves several workspaces, with that of the workspace before it: T0123/U0123. */
const slackId = text(100).refine((id) => /^([TE][A-Z0-9]+\/)?[A-Z][A-Z0-9]+$/.test(id));
const telegramId = text(100).refine((id) => /^-?[1-9]\d*$/.test(id));

const department = z.strictObject({ code, name, aliases: names });

const person = z.strictObject({
  name,
  /** Tells two people of one name apart. */
  code: text(50).nullish(),
  roles: z.array(z.enum(fileRoles)).max(10).nullish(),
  departments: z.array(text(20)).max(50).nullish(),
  head: z.boolean().nullish(),
  /** By which Slack's people are recognised. */
  email: text(254)
    .refine((address) => z.email().safeParse(address).success)
    .nullish(),
  slack: slackId.nullish(),
  telegram: telegramId.nullish(),
});

const agency = z.strictObject({
  code,
  name,
  aliases: names,
  language: z.enum(['vi', 'en']).nullish(),
  timeZone: z.string().refine(isTimeZone).nullish(),
  departments: z.array(department).max(1000).nullish(),
  people: z.array(person).max(20_000).nullish(),
});

const room = z.strictObject({
  department: text(50).nullish(),
  agency: text(20).nullish(),
  slack: slackId.nullish(),
  telegram: telegramId.nullish(),
});

export const organisationSchema = z.strictObject({
  agencies: z.array(agency).min(1).max(1000),
  rooms: z.array(room).max(20_000).nullish(),
});

/** Which keys may stand where, for the message about one that may not; lists are named by their key. */
export const keysOf: ReadonlyMap<string, string[]> = new Map([
  ['', Object.keys(organisationSchema.shape)],
  ['agencies', Object.keys(agency.shape)],
  ['departments', Object.keys(department.shape)],
  ['people', Object.keys(person.shape)],
  ['rooms', Object.keys(room.shape)],
]);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
