/** A bot of a few lines behind the playground, for its own tests: it answers every line with what the line asks for. */
import type { Kysely } from 'kysely';
import type { WebPlatformDeps } from '../../../adapters/web/playground.ts';
import type { WebTables } from '../../../adapters/web/tables.ts';
import { createWebPlatform, type WebPlatform } from '../../../adapters/web/webPlatform.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { MessageRef } from '../../../src/chat/place.ts';
import { type Reply, replaceCard, showCard, tellAsker } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/database/tables.ts';
import { playground as en } from '../../../src/locale/en/playground.ts';
import { playground as vi } from '../../../src/locale/vi/playground.ts';
import { sampleDirectory } from './sampleDirectory.ts';
import { hostileCard, longChoices, plainCard, treeCard, wholeCard, wholeForm } from './sampleShapes.ts';

export type SampleBot = {
  platform: WebPlatform;
  /** What the core was handed, in order. */
  incoming: Incoming[];
  /** The messages that showed its replies. */
  shown: MessageRef[];
};

const startsAt = Temporal.Instant.from('2016-04-05T16:41+07:00');

/** Words: /the (every block), /rieng (for the asker), /bieumau (a form), /la (hostile text), /cay (a tree and tabs),
 *  /nhieunguoi (a long list of people); buttons replace their card. */
export async function startSampleBot(
  db: Kysely<Database>,
  changes: Partial<WebPlatformDeps> = {},
): Promise<SampleBot> {
  const incoming: Incoming[] = [];
  const shown: MessageRef[] = [];
  const handled = new Set<string>();
  let now = startsAt;
  const move = async (to: Temporal.Instant) => {
    now = to;
    return now;
  };
  const platform = createWebPlatform({
    db: db.withTables<WebTables>().$pickTables<'web_message' | 'web_file'>(),
    now: () => now,
    directory: async () => sampleDirectory,
    clock: {
      now: () => now,
      moveBy: (duration) => move(now.add(duration)),
      moveTo: (moment) => move(Temporal.Instant.from(moment)),
      toNextReminder: () => move(Temporal.Instant.from('2016-04-06T08:30+07:00')),
      nextWorkingDay: () => move(now.add('PT24H')),
    },
    words: { vi, en },
    commands: () => [
      { word: 'the', summary: 'thẻ có mọi khối', usage: '/the' },
      { word: 'bieumau', summary: 'biểu mẫu', usage: '/bieumau' },
      { word: 'rieng', summary: 'chỉ người hỏi thấy', usage: '/rieng' },
    ],
    ...changes,
  });
  await platform.start(async (event) => {
    if (handled.has(event.eventId)) return null;
    handled.add(event.eventId);
    incoming.push(event);
    const reply = answerTo(event);
    return reply && { reply, shown: async (message) => void shown.push(message) };
  });
  return { platform, incoming, shown };
}

function answerTo({ what }: Incoming): Reply | null {
  if (what.kind === 'press' && what.action === 'sample.form') return { kind: 'form', form: wholeForm };
  if (what.kind === 'press' && what.action === 'sample.toast') return { kind: 'toast', text: 'Đã ghi nhận.' };
  if (what.kind === 'press') return replaceCard(plainCard('Đã thay thẻ'));
  if (what.kind === 'submit') {
    const refused = what.values.line?.[0] !== 'được';
    return refused
      ? { kind: 'formErrors', errors: { line: 'Chỉ nhận chữ «được».', '': 'Xin xem lại biểu mẫu.' } }
      : replaceCard(plainCard('Đã nhận biểu mẫu'));
  }
  if (what.kind === 'reaction') return null;
  if (what.kind === 'message') return what.addressed ? showCard(plainCard(what.text)) : null;
  if (what.word === 'bieumau') return { kind: 'form', form: wholeForm };
  if (what.word === 'rieng') return tellAsker(plainCard('Chỉ mình bạn'));
  if (what.word === 'nhieunguoi') return { kind: 'form', form: longChoices };
  if (what.word === 'cay') return showCard(treeCard);
  if (what.word === 'la') return showCard(hostileCard);
  return showCard(wholeCard);
}
