/** Names of the shortcuts, in the manifest and in what Slack sends, and the command that each stands for. */
export const fromMessageShortcut = 'task_from_message';
export const conclusionsShortcut = 'tasks_from_conclusion';
export const newTaskShortcut = 'task_new';

export const shortcutWords: ReadonlyMap<string, string> = new Map([
  [fromMessageShortcut, 'giao'],
  [conclusionsShortcut, 'ketluan'],
  [newTaskShortcut, 'giao'],
]);
