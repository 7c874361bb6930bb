/** What the page loads first, and again when the organisation changes: who can be played, the commands, the story. */
import { listLastMessages } from './messageStore.ts';
import { playable } from './places.ts';
import type {
  CommandHint,
  DirectoryPerson,
  DirectoryRoom,
  PageLanguage,
  WebPlatformDeps,
} from './playground.ts';
import { type Story, storyOf } from './story.ts';
import type { PageWords } from './words.ts';

export type PageState = {
  language: PageLanguage;
  timeZone: string;
  words: PageWords;
  people: DirectoryPerson[];
  rooms: DirectoryRoom[];
  commands: CommandHint[];
  story: Story | null;
  now: string;
  /** False: there is no clock to move. */
  rehearsal: boolean;
  /** The latest message of each conversation: what a persona has not read yet is newer than what was seen. */
  lastMessages: { chatId: string; messageId: string }[];
  /** Where the stream of changes goes on from. */
  after: string;
};

export async function pageState(
  deps: WebPlatformDeps & { after: string },
  language: PageLanguage,
): Promise<PageState> {
  const timeZone = deps.timeZone ?? 'Asia/Ho_Chi_Minh';
  const words = deps.words[language];
  const directory = await deps.directory();
  const now = deps.now();
  return {
    language,
    timeZone,
    words: words.page,
    people: playable(directory, words.guest),
    rooms: directory.rooms,
    commands: [...deps.commands(language)],
    story: storyOf(directory, words.story, now.toZonedDateTimeISO(timeZone).toPlainDate()),
    now: now.toString(),
    rehearsal: deps.clock !== null,
    lastMessages: await listLastMessages(deps.db),
    after: deps.after,
  };
}
