/** The words that columns hold: each stands in a check of its table. */

export type PlatformCode = 'slack' | 'telegram' | 'web';
export type LanguageCode = 'vi' | 'en';
export type RoleName = 'leader' | 'official' | 'member' | 'admin';
export type TaskStatus = 'open' | 'completed' | 'cancelled';
export type AssignmentPart = 'lead' | 'coordinating';
export type AssignmentStatus =
  | 'proposed'
  | 'assigned'
  | 'accepted'
  | 'submitted'
  | 'completed'
  | 'declined'
  | 'returned'
  | 'cancelled';
export type Urgency = 'normal' | 'urgent' | 'very_urgent' | 'express';
export type ProgrammeStatus = 'proposed' | 'drafting' | 'consulting' | 'signed' | 'running' | 'concluded';
/** How an agency stands to a programme it is to take part in. */
export type ProgrammeConsent = 'asked' | 'agreed' | 'refused';
export type RegisterKind = 'project' | 'programme' | 'strength' | 'matter';
/** How a round's outcome follows from the opinions: all agree; the majority in each agency; the lead agency's leaders decide. */
export type OpinionRule = 'all' | 'majority' | 'lead';
export type SubjectKind = 'task' | 'round' | 'programme' | 'meeting' | 'matter';
/** What a task came from, beside a line of /giao. */
export type TaskOrigin = 'direction' | 'round' | 'meeting' | 'matter';
/** `draft`: read from a line, not opened yet. */
export type MeetingStatus = 'draft' | 'open' | 'closed' | 'cancelled';
export type MeetingItemKind = 'note' | 'conclusion' | 'task';
