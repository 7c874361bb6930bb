/** Somebody at a screen, whatever the platform: types, presses, sends files, and sees what comes. The story is played with it. */

export type Screen = {
  /** Of the person's office: "Trưởng phòng Tổng hợp". */
  readonly name: string;
  /** "Slack", "Telegram", or where the story is played on the playground. */
  readonly where: string;
  /** A line to the bot, with a file or without. */
  says(text: string, file?: StoryFile): Promise<void>;
  /** The newest visible button of that name; `under`: on a message with these words. */
  presses(label: string, under?: string): Promise<void>;
  /** Answers to the newest message of the bot that holds these words. */
  repliesTo(words: string, text: string, file?: StoryFile): Promise<void>;
  /** Fills in the form that the last press or command opened: by the names of its fields. Text only. */
  fills(values: Readonly<Record<string, string>>): Promise<void>;
  /** Waits until something new or changed since the last look holds these words. */
  sees(words: string): Promise<void>;
  /** What is new or has changed since the last look, oldest first; files by their name. */
  look(): Promise<Shown[]>;
};

/** A message as its reader sees it, line by line. `changed`: it was there before and now reads otherwise. */
export type Shown = { lines: string[]; changed: boolean };

export type StoryFile = { name: string; mime: string; content: Uint8Array };

/** Tells what a screen shows anew from what it showed at the last look. Messages are named by ids that do not change. */
export function createMemory() {
  let known = new Map<string, string>();
  return {
    fresh: (now: ReadonlyMap<string, readonly string[]>): Shown[] =>
      [...now].flatMap(([id, lines]) => {
        const before = known.get(id);
        return before === lines.join('\n') ? [] : [{ lines: [...lines], changed: before !== undefined }];
      }),
    keep: (now: ReadonlyMap<string, readonly string[]>): void => {
      known = new Map([...now].map(([id, lines]) => [id, lines.join('\n')]));
    },
  };
}
