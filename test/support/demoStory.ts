/** The demo's own story, played to its end without a word on the terminal. */
import { castOf, storyBegins } from '../../src/demo/demo.ts';
import { type Narrator, playStory } from '../../src/demo/script.ts';
import { startTwoPlatforms, type TwoPlatforms } from '../../src/demo/twoPlatforms.ts';

/** Everybody sees at each step what the script says, else it rejects. `errors`: what the bot logged as an error. The caller
 *  stops it. */
export async function playDemoStory(): Promise<{ two: TwoPlatforms; errors: readonly string[] }> {
  const errors: string[] = [];
  const quiet = () => {};
  const error = (fields: object, message: string) => {
    errors.push('err' in fields ? `${message}: ${String(fields.err)}` : message);
  };
  const two = await startTwoPlatforms({ debug: quiet, info: quiet, warn: quiet, error }, storyBegins);
  try {
    await playStory(castOf(two), silent(two));
  } catch (problem) {
    await two.stop();
    throw problem;
  }
  return { two, errors };
}

/** Files that the bot wrote itself, oldest first. */
export async function writtenFiles({ app }: TwoPlatforms): Promise<{ name: string; content: Buffer }[]> {
  return await app.database.db
    .selectFrom('file')
    .select(['name', 'content'])
    .where('stored_by', 'is', null)
    .orderBy('id')
    .execute();
}

function silent(two: TwoPlatforms): Narrator {
  const sees: Narrator['look'] = async (who, words) => {
    await who.sees(words);
    await two.settle();
    await who.look();
  };
  return {
    scene: () => {},
    act: async (who, _did, work, words) => {
      await work;
      await sees(who, words);
    },
    look: sees,
  };
}
