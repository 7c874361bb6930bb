/** Who acts: a person with roles, as permissions and handlers see them. Loaded anew for every incoming message. */
import type { LanguageCode } from '../database/codes.ts';

export type Actor = {
  personId: number;
  name: string;
  /** Null for an admin who came by the code of the first start and belongs to no agency. */
  agencyId: number | null;
  agencyCode: string;
  language: LanguageCode;
  timeZone: string;
  /** Agencies that this person leads, or gives tasks for. */
  leaderOf: readonly number[];
  officialOf: readonly number[];
  memberOf: readonly Membership[];
  /** `everywhere`: an admin of the whole bot. */
  admin: { everywhere: boolean; agencies: readonly number[] };
};

type Membership = { departmentId: number; agencyId: number; head: boolean };
