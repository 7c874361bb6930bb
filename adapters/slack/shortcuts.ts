/** Names of the shortcuts, in the manifest and in what Slack sends. */
export const fromMessageShortcut = 'task_from_message';
export const newTaskShortcut = 'task_new';
