import type { common as vi } from '../vi/common.ts';

export const common: typeof vi = {
  taskCode: (id) => `NV-${id}`,
  yes: 'Yes',
  no: 'No',
  cancel: 'Cancel',
  parts: { lead: 'lead', coordinating: 'coordinating' },
  roles: { leader: 'leader', official: 'official', member: 'department member', admin: 'admin' },
  assignmentStatus: {
    proposed: 'waiting for the other agency’s consent',
    assigned: 'not yet accepted',
    accepted: 'under way',
    submitted: 'waiting for review',
    completed: 'completed',
    declined: 'declined',
    returned: 'returned for more work',
    cancelled: 'cancelled',
  },
  taskStatus: { open: 'open', completed: 'completed', cancelled: 'cancelled' },
  urgency: { normal: 'normal', urgent: 'urgent', very_urgent: 'very urgent', express: 'express' },
  workingDays: (count) => `${count} working ${count === 1 ? 'day' : 'days'}`,
  noDeadline: 'no deadline yet',
  notAllowed: 'This needs a right that this account does not have.',
  askWhoMay: 'Please ask an official or the admin of the agency; /help says who may do what.',
  taskNotFound: (code) => `There is no task ${code}.`,
  listYours: 'Type /tasks to see your tasks.',
  andMore: (count) => `… and ${count} more`,
};
