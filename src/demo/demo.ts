/** `npm run demo`: the story in the terminal, one agency in Slack and one in Telegram (their loopback servers), on a database of
 *  its own and a moved clock. */
import { createLog } from '../log.ts';
import { createNarrator } from './narrator.ts';
import { type Cast, playStory } from './script.ts';
import { startTwoPlatforms, type TwoPlatforms } from './twoPlatforms.ts';

export const storyBegins = '2016-04-05T14:00+07:00';

/** Plays it to the end; leaves nothing behind. `print` takes one line at a time.
 *  @throws Error when somebody does not see what they should */
export async function runDemo(print: (line: string) => void): Promise<void> {
  const log = createLog({ level: 'error', readable: true, secrets: [], write: print });
  const two = await startTwoPlatforms(log, storyBegins);
  try {
    await playStory(castOf(two), createNarrator(print, two.settle));
  } finally {
    await two.stop();
  }
}

/** The people of the story at their screens. */
export function castOf(two: TwoPlatforms): Cast {
  return {
    official: two.person('Chuyên viên Thư ký Trung tâm'),
    leader: two.person('Giám đốc Trung tâm'),
    general: two.inRoom('Trưởng phòng Tổng hợp'),
    planning: two.inRoom('Trưởng phòng Kế hoạch'),
    partnerOfficial: two.person('Chuyên viên Tổng hợp của Cục'),
    partnerOffice: two.inRoom('Chánh Văn phòng Cục'),
    partnerLeader: two.person('Cục trưởng'),
    clock: { moveTo: two.moveTo },
  };
}
