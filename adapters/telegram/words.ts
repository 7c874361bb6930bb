/** The adapter's own sentences, in one language. They stand in the bot's locale and are handed over by the composition root. */
export type TelegramWords = {
  question(button: string): string;
  yes: string;
  no: string;
  dismissed: string;
  oldButton: string;
  anonymous: string;
  /** The answer is only for the asker, whose private conversation with the bot is not open. */
  openPrivate: string;
  openPrivateButton: string;
  answeredPrivately: string;
  fileTooBig(name: string, limitMegabytes: number): string;
  /** A file name for a picture, which has none; `number`: among several sent at once. */
  photoName(at: Temporal.PlainDateTime, number: number | null): string;
  unnamedFile: string;
  form: FormWords;
};

export type FormWords = {
  notYours: string;
  over: string;
  cancelled: string;
  /** Commands, without the slash, that alone give up the form that is open. */
  cancelCommands: readonly string[];
  sent: string;
  /** Question `number` of `count`. */
  place(number: number, count: number): string;
  typeIt: string;
  /** In a group the bot only hears answers to its own messages. */
  replyToThis: string;
  pick: string;
  pickSome: string;
  date: string;
  number(min: number, max: number): string;
  numberWrong(min: number, max: number): string;
  notAmong: string;
  tooLong(max: number): string;
  needed: string;
  check: string;
  nothing: string;
  skip: string;
  keep: string;
  back: string;
  cancel: string;
  done: string;
  earlier: string;
  later: string;
  /** Monday first. */
  weekdays: readonly string[];
  month(year: number, month: number): string;
  day(date: Temporal.PlainDate): string;
};
