/** What is said only in Slack. */
import type { slack as vi } from '../vi/slack.ts';

export const slack: typeof vi = {
  deny: 'No',
  close: 'Close',
  loadingTitle: 'Đầu Mối',
  loading: 'Opening, one moment …',
  doneTitle: 'Đầu Mối',
  done: 'Done. This window can be closed.',
  formTitle: 'A few more things are needed',
  formText: 'Press the button below to open the form.',
  openForm: 'Open the form',
  pickDay: 'Pick a day',
  choose: 'Choose from the list',
  shortened: '… The rest can be asked for in the conversation with Đầu Mối.',
  home: {
    title: 'Tasks and state of affairs',
    intro: 'Brought up to date whenever this page is opened.',
    give: 'Give a task',
    situation: 'State of affairs',
    overdue: 'Overdue',
    help: 'Help',
    refresh: 'Refresh',
  },
  appDescription: 'Gives tasks, reminds of deadlines and follows work between agencies',
  anything: 'Every command of Đầu Mối, in Vietnamese or English',
  anythingUsage: '<command> …',
  shortcuts: {
    fromMessage: 'Give from this message',
    fromMessageHint: 'Reads this message as a task, to be looked over and given',
    newTask: 'Give a task',
    newTaskHint: 'Opens the form for a new task',
  },
};
