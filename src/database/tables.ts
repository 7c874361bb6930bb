/** The tables as Kysely sees them: one type a table, kept beside `migrations/` by hand. `test/database/tables.test.ts`
 *  compares the two. */

import type {
  IncomingEventTable,
  LiveCardTable,
  NotificationTable,
  NotificationTaskTable,
  PaceTable,
  ShownMessageTable,
} from './tables/delivery.ts';
import type { DraftAgreementTable, DraftUploadTable, DraftVersionTable, FileTable } from './tables/drafts.ts';
import type {
  MeetingAgencyTable,
  MeetingItemTable,
  MeetingParticipantTable,
  MeetingTable,
} from './tables/meetings.ts';
import type {
  DirectionReaderTable,
  DirectionTable,
  OpinionPreviewTable,
  OpinionRoundTable,
  OpinionSeatTable,
  OpinionTable,
  OpinionWordsTable,
} from './tables/opinions.ts';
import type {
  AccountTable,
  ActivePlatformTable,
  AgencyTable,
  DepartmentTable,
  InvitationFailureTable,
  InvitationTable,
  OrganisationVersionTable,
  PersonRoleTable,
  PersonTable,
  RoomTable,
  UnitAliasTable,
} from './tables/organisation.ts';
import type {
  ProgrammeAgencyTable,
  ProgrammeContentTable,
  ProgrammeDepartmentTable,
  ProgrammeDocumentTable,
  ProgrammePreviewTable,
  ProgrammeRoomTable,
  ProgrammeTable,
  ProgrammeYearTable,
  RegisterItemTable,
  RegisterRequestTable,
} from './tables/programmes.ts';
import type {
  AgencyDigestTable,
  CalendarAnnouncementTable,
  CalendarOverrideTable,
  RehearsalClockTable,
  ReminderPolicyTable,
  ReminderSentTable,
  ReminderTable,
  UrgeTable,
} from './tables/reminders.ts';
import type {
  AssignmentTable,
  CommentTable,
  EventTable,
  ExtensionTable,
  FollowerTable,
  TaskPreviewTable,
  TaskTable,
  UndoStepTable,
} from './tables/tasks.ts';

export type Database = {
  agency: AgencyTable;
  department: DepartmentTable;
  unit_alias: UnitAliasTable;
  person: PersonTable;
  account: AccountTable;
  person_role: PersonRoleTable;
  invitation: InvitationTable;
  invitation_failure: InvitationFailureTable;
  room: RoomTable;
  active_platform: ActivePlatformTable;
  organisation_version: OrganisationVersionTable;
  task: TaskTable;
  assignment: AssignmentTable;
  follower: FollowerTable;
  extension: ExtensionTable;
  comment: CommentTable;
  task_preview: TaskPreviewTable;
  event: EventTable;
  undo_step: UndoStepTable;
  notification: NotificationTable;
  notification_task: NotificationTaskTable;
  live_card: LiveCardTable;
  shown_message: ShownMessageTable;
  incoming_event: IncomingEventTable;
  pace: PaceTable;
  calendar_announcement: CalendarAnnouncementTable;
  calendar_override: CalendarOverrideTable;
  reminder_policy: ReminderPolicyTable;
  reminder: ReminderTable;
  reminder_sent: ReminderSentTable;
  urge: UrgeTable;
  agency_digest: AgencyDigestTable;
  rehearsal_clock: RehearsalClockTable;
  file: FileTable;
  draft_version: DraftVersionTable;
  draft_agreement: DraftAgreementTable;
  draft_upload: DraftUploadTable;
  programme: ProgrammeTable;
  programme_agency: ProgrammeAgencyTable;
  programme_department: ProgrammeDepartmentTable;
  programme_content: ProgrammeContentTable;
  programme_document: ProgrammeDocumentTable;
  programme_room: ProgrammeRoomTable;
  programme_preview: ProgrammePreviewTable;
  programme_year: ProgrammeYearTable;
  opinion_round: OpinionRoundTable;
  opinion_seat: OpinionSeatTable;
  opinion: OpinionTable;
  opinion_preview: OpinionPreviewTable;
  opinion_words: OpinionWordsTable;
  direction: DirectionTable;
  direction_reader: DirectionReaderTable;
  register_item: RegisterItemTable;
  register_request: RegisterRequestTable;
  meeting: MeetingTable;
  meeting_agency: MeetingAgencyTable;
  meeting_participant: MeetingParticipantTable;
  meeting_item: MeetingItemTable;
};
