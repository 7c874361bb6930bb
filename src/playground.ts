/** What the playground's adapter is given: who can be played, the commands to suggest, its sentences. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Feature, Tick } from './chat/feature.ts';
import type { Receive } from './chat/platform.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { LanguageCode } from './database/codes.ts';
import type { Database } from './database/tables.ts';
import { ownNames } from './http/ownNames.ts';
import { localeFor } from './locale/locale.ts';
import type { Log } from './log.ts';
import { playgroundDirectory } from './people/playgroundAccounts.ts';
import { playgroundClock } from './playgroundClock.ts';
import type { RehearsalClock } from './rehearsalClock.ts';
import { preparePlayground } from './sample.ts';
import { sampleDraft } from './sampleDraft.ts';

export type PlaygroundOptions = {
  db: Kysely<Database>;
  config: Config;
  clock: Clock;
  rehearsal: RehearsalClock | null;
  features: readonly Feature[];
  ticks: readonly Tick[];
  receive: Receive;
  log: Log;
};

/** All but its tables; the adapter's own types say at the composition root whether this fits. */
export function playgroundParts(parts: PlaygroundOptions) {
  const { db, config, clock, rehearsal, features, receive, log } = parts;
  const wordsIn = (language: LanguageCode) => localeFor(language, config.timeZone).playground;
  return {
    now: () => clock.now(),
    directory: async () => {
      // Whoever was added in the chat a moment ago can be played at once.
      await preparePlayground(db, clock.now());
      return await playgroundDirectory(db);
    },
    clock: rehearsal && playgroundClock({ ...parts, rehearsal }),
    words: { vi: wordsIn('vi'), en: wordsIn('en') },
    commands: (language: LanguageCode) => hints(features, language, config.timeZone),
    setLanguage: (userId: string, language: LanguageCode) => speak(receive, userId, language),
    sampleDraft: async (version: 1 | 2, language: LanguageCode) => {
      const { people } = await playgroundDirectory(db);
      const agencies = [...new Set(people.map((person) => person.agencyName))].slice(0, 2);
      const date = clock.now().toZonedDateTimeISO(config.timeZone).toPlainDate();
      return await sampleDraft(version, { agencies, date, language });
    },
    publicHosts: ownNames(config),
    timeZone: config.timeZone,
    log: (err: unknown) => log.error({ err }, 'A request of the playground failed'),
  };
}

function hints(features: readonly Feature[], language: LanguageCode, timeZone: string) {
  const t = localeFor(language, timeZone);
  return features
    .flatMap((feature) => feature.commands)
    .filter(({ unlisted }) => !unlisted)
    .map((command) => {
      const { summary, usage } = command.help(t);
      return { word: command.words[language][0] ?? command.name, summary, usage };
    });
}

/** As if the person had pressed the button of /ngonngu: the page changes nothing behind the bot's back. */
async function speak(receive: Receive, userId: string, language: LanguageCode): Promise<void> {
  await receive({
    eventId: randomUUID(),
    sender: { platform: 'web', userId, displayName: '' },
    place: { platform: 'web', chatId: `private-${userId}`, threadId: '', private: true, title: '' },
    what: { kind: 'press', action: 'person.language', id: language, message: null },
  });
}
