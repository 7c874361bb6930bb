/** /ngonngu: in which language the bot speaks to the asker. */
import type { Context } from '../chat/context.ts';
import { replyPrivately } from '../chat/errorCard.ts';
import { UserError } from '../chat/errors.ts';
import type { Action, Command } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import type { LanguageCode } from '../database/codes.ts';
import { recordEvent } from '../history/recordEvent.ts';
import { fold } from '../language/folding.ts';
import { localeFor } from '../locale/locale.ts';

export const language: Command = {
  name: 'ngonngu',
  words: { vi: ['ngonngu'], en: ['language'] },
  guests: false,
  help: (t) => t.people.language.help,
  handle: async ({ text }, context) => {
    if (text === '') return askWhich(context);
    const chosen = named(text);
    const { language: words } = context.t.people;
    if (!chosen) throw new UserError(words.unknown(text.slice(0, 40)), words.choose);
    return speak(chosen, context);
  },
};

export const setLanguage: Action = {
  name: 'person.language',
  press: async (id, context) => {
    const chosen = named(id);
    if (!chosen) throw new UserError(context.t.chat.oldButton, context.t.people.language.choose);
    return speak(chosen, context);
  },
};

function askWhich({ t, place }: Context): Reply {
  const { language: words } = t.people;
  const button = (code: LanguageCode) => ({ label: words.names[code], action: 'person.language', id: code });
  return replyPrivately(
    {
      title: words.now(words.names[t.language]),
      tone: 'neutral',
      blocks: [{ kind: 'text', text: words.choose }],
      buttons: [[button('vi'), button('en')]],
    },
    place,
  );
}

async function speak(chosen: LanguageCode, { trx, now, who, place }: Context): Promise<Reply> {
  await trx.updateTable('person').set({ language: chosen }).where('id', '=', who.personId).execute();
  await recordEvent(trx, {
    at: now,
    kind: 'person.languageChosen',
    personId: who.personId,
    platform: place.platform,
    agencyId: who.agencyId,
    data: { before: who.language, after: chosen },
  });
  const { people } = localeFor(chosen, who.timeZone);
  const title = people.language.changed;
  const blocks = [{ kind: 'text' as const, text: people.language.choose }];
  return replyPrivately({ title, tone: 'good', blocks, buttons: [] }, place);
}

function named(text: string): LanguageCode | null {
  const key = fold(text).replace(/\s+/gu, ' ').trim();
  if (['vi', 'viet', 'tieng viet', 'vietnamese', 'tv'].includes(key)) return 'vi';
  return ['en', 'anh', 'tieng anh', 'english', 'ta'].includes(key) ? 'en' : null;
}
