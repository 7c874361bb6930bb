import { organisationFile } from './organisationFile.ts';

/** What the bot says about agencies, departments, people, invitations and the organisation file. */
export const people = {
  file: organisationFile,
};
