/** The sentences of the page, in one language. They stand in the bot's locale and are handed over by the composition root. */

export type PlaygroundWords = {
  /** Sent to the browser as they are. */
  page: PageWords;
  /** The name of a person who has not joined yet. */
  guest: string;
  /** The newcomer's path (see story.ts). */
  story: StoryWords;
};

export type PageWords = Readonly<Record<PageWord, string>>;

export type StoryWords = {
  giveLine(story: { lead: string; partner: string; month: number }): string;
  askLine: string;
  give: { title: string; text: string };
  /** Names of buttons. */
  giveNow: string;
  answer: { title: string; text: string };
  openRoom(room: string): string;
  consent: string;
  follow: { title: string; text: string };
  askNow: string;
  /** Names of the two parts. */
  tasks: string;
  drafts: string;
  handIn: { title: string; text: string };
  handInNow: string;
  askOpinions: { title: string; text: string };
  askOpinionsNow: string;
  askOpinionsLine: string;
  giveOpinion: { title: string; text: string };
};

type PageWord =
  | 'title'
  | 'subtitle'
  | 'skip'
  | 'people'
  | 'choosePerson'
  | 'conversations'
  | 'conversation'
  | 'privateChat'
  | 'openColumn'
  | 'closeColumn'
  | 'addColumn'
  | 'members'
  | 'head'
  | 'notJoined'
  | 'unread'
  | 'bot'
  | 'onlyYou'
  | 'edited'
  | 'emptyPrivate'
  | 'emptyRoom'
  | 'write'
  | 'writeHint'
  | 'send'
  | 'attach'
  | 'removeFile'
  | 'attached'
  | 'uploading'
  | 'download'
  | 'dropHere'
  | 'noFolders'
  | 'tooManyFiles'
  | 'searchChoices'
  | 'chosenCount'
  | 'noneFound'
  | 'reply'
  | 'replyTo'
  | 'cancelReply'
  | 'suggestions'
  | 'clock'
  | 'nextReminder'
  | 'plusHour'
  | 'plusDay'
  | 'pickMoment'
  | 'moveThere'
  | 'moving'
  | 'movedTo'
  | 'newMessages'
  | 'noReminder'
  | 'language'
  | 'guide'
  | 'guideTitle'
  | 'hideGuide'
  | 'showGuide'
  | 'chapters'
  | 'cancel'
  | 'close'
  | 'confirmTitle'
  | 'confirm'
  | 'required'
  | 'optional'
  | 'pickDay'
  | 'choose'
  | 'offline'
  | 'online'
  | 'failed'
  | 'tooLong'
  | 'fileTooBig'
  | 'gone'
  | 'noScript'
  | 'progress'
  | 'leader'
  | 'official'
  | 'member'
  | 'admin';
