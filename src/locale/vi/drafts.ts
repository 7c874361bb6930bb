/** Drafts handed in on tasks. */
export const drafts = {};
