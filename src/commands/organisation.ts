/** `daumoi org import FILE` and `daumoi org invite`: what an operator does for an organisation without the chat. */
import { parseArgs } from 'node:util';
import { inTransaction } from '../database/transaction.ts';
import { localeFor } from '../locale/locale.ts';
import { replaceAdminCode } from '../people/adminCode.ts';
import { findPeople, type NamedPerson } from '../people/findPeople.ts';
import { importOrganisation } from '../people/importOrganisation.ts';
import { describeSummary } from '../people/importSummary.ts';
import { invitationLinks } from '../people/invitationLinks.ts';
import { invite } from '../people/invite.ts';
import { parseOrganisation } from '../people/organisationFile.ts';
import { BadInput, type CommandIo, type RunCommand, UsageError } from './command.ts';
import { withDatabase } from './database.ts';
import { textOf } from './input.ts';

export const usage = [
  'daumoi org import FILE                 brings the organisation to what the file says',
  'daumoi org invite NAME [--agency CODE] a code that binds an account to this person',
  'daumoi org invite --admin              a new code for the first admin',
];

export const run: RunCommand = async ([what, ...rest], io) => {
  if (what === 'import') return await importFile(rest, io);
  if (what === 'invite') return await inviteSomebody(rest, io);
  throw new UsageError('org has the parts import and invite');
};

async function importFile(args: readonly string[], io: CommandIo): Promise<number> {
  const [path, ...others] = args;
  if (path === undefined || others.length > 0) throw new UsageError('org import takes one file');
  const organisation = parseOrganisation(await textOf(path, io));
  return await withDatabase(io, async ({ db, config, now }) => {
    const summary = await inTransaction(db, (trx) => importOrganisation(trx, organisation, now, null));
    const t = localeFor(config.language, config.timeZone);
    for (const line of describeSummary(summary, t)) io.print(line);
    return 0;
  });
}

export async function inviteSomebody(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { agency: { type: 'string' }, admin: { type: 'boolean', default: false } },
  });
  const name = positionals.join(' ').trim();
  if (values.admin === (name !== '')) throw new UsageError('say whom to invite: a name, or --admin');
  return await withDatabase(io, async ({ db, config, now }) => {
    if (values.admin) {
      io.print(await inTransaction(db, (trx) => replaceAdminCode(trx, now)));
      return 0;
    }
    const person = theOnly(await findPeople(db, name, null), name, values.agency);
    const { code, expiresAt } = await inTransaction(db, (trx) => invite(trx, now, person, null));
    const links = await invitationLinks(db, code);
    const until = expiresAt.toString({ timeZone: config.timeZone, smallestUnit: 'minute' });
    io.print(`${code}  ${person.name} (${person.agencyCode}), until ${until}: /thamgia ${code}`);
    for (const { address } of links) io.print(address);
    return 0;
  });
}

function theOnly(found: readonly NamedPerson[], name: string, agencyCode: string | undefined): NamedPerson {
  const fits = found.filter((person) => agencyCode === undefined || person.agencyCode === agencyCode);
  const [person] = fits;
  if (!person) throw new BadInput(`there is nobody called ${name}`);
  if (fits.length > 1) {
    const names = fits.map((each) => `${each.name}${each.code && ` ${each.code}`} (${each.agencyCode})`);
    throw new BadInput(`${name} may be ${names.join(', ')}: give the whole name, or --agency`);
  }
  return person;
}
