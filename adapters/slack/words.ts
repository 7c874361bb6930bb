/** The few sentences that only this platform needs. They stand in the bot's locale and are handed over by the composition root. */

export type SlackWords = {
  /** The button beside a question's own: at most 30 characters. */
  deny: string;
  /** Closes a modal: at most 24 characters, like `submit` and the titles of views. */
  close: string;
  loadingTitle: string;
  loading: string;
  doneTitle: string;
  done: string;
  /** A form cannot open by itself after a message: title, text, and the button that opens it. */
  formTitle: string;
  formText: string;
  openForm: string;
  pickDay: string;
  choose: string;
  shortened: string;
  home: {
    title: string;
    intro: string;
    give: string;
    situation: string;
    overdue: string;
    help: string;
    refresh: string;
  };
  /** On the page that a workspace sees which installs the app. */
  install: {
    done: (workspace: string) => string;
    next: string;
    again: string;
    notBegunHere: string;
    refused: string;
    failed: string;
    wholeOrganisation: string;
    notAllowed: string;
    askOperator: string;
  };
  /** Of the app: at most 140 characters. Of /daumoi, which takes the words of every command. */
  appDescription: string;
  anything: string;
  anythingUsage: string;
  /** Names in Slack's menus: at most 24 characters. */
  shortcuts: {
    fromMessage: string;
    fromMessageHint: string;
    conclusions: string;
    conclusionsHint: string;
    newTask: string;
    newTaskHint: string;
  };
};
