import type { people as vi } from '../vi/people.ts';
import { organisationFile } from './organisationFile.ts';

export const people: typeof vi = {
  file: organisationFile,
};
