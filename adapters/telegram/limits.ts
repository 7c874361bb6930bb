/** What Telegram takes, and what this adapter keeps to. */

export const limits = {
  /** Characters of a message after its tags are read, in UTF-16 units (Bot API, sendMessage). */
  text: 4096,
  /** Bytes of a button's data (Bot API, InlineKeyboardButton). */
  callbackDataBytes: 64,
  /** Characters of a toast or alert (Bot API, answerCallbackQuery). */
  callbackAnswer: 200,
  /** Buttons of a message; the server answers "reply markup is too long" somewhere above (observed, no figure published). */
  buttons: 100,
  buttonsPerRow: 8,
  /** Letters of one row that a phone shows without cutting them (own choice). */
  rowLetters: 34,
  /** Letters of one button (own choice; Telegram publishes none). */
  buttonLabel: 60,
  /** Commands of a menu, and the letters of a description (Bot API, setMyCommands, BotCommand). */
  commands: 100,
  commandDescription: 256,
  /** A file that a bot may fetch (Bot API, getFile). */
  fileBytes: 20 * 1024 * 1024,
  /** A file that a bot may send (Bot API, sendDocument). */
  sentFileBytes: 50 * 1024 * 1024,
} as const;

/** Telegram's own advice (Bots FAQ, "My bot is hitting limits"), with a margin: one message a second to a person, twenty a
 *  minute to a group, about thirty a second over all. Edits count like messages. */
export const pacing = { privateMs: 1_100, groupMs: 3_200, overallPerSecond: 28.5 } as const;
