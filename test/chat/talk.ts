/** Talks to a router as people do, and keeps what it logs. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { chatFeature } from '../../src/chat/chatFeature.ts';
import type { Feature } from '../../src/chat/feature.ts';
import type { FormValues } from '../../src/chat/form.ts';
import type { What } from '../../src/chat/incoming.ts';
import type { Account, MessageRef, Place } from '../../src/chat/place.ts';
import type { Answer } from '../../src/chat/platform.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';
import type { Database } from '../../src/database/tables.ts';
import { sendFilesAfter } from '../../src/delivery/fileNotice.ts';
import { lastEventOf, rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { rememberShown } from '../../src/delivery/shownMessages.ts';
import { loadActor } from '../../src/people/identify.ts';

export const someMessage: MessageRef = { chatId: 'private', threadId: '', messageId: 'm1' };

export type Talk = {
  /** As a message in private, unless `place` says otherwise. */
  says(who: Account, text: string, more?: { place?: Place; eventId?: string }): Promise<Reply | null>;
  commands(who: Account, word: string, line: string, more?: { place?: Place }): Promise<Reply | null>;
  presses(who: Account, action: string, id: string, more?: { place?: Place }): Promise<Reply | null>;
  submits(who: Account, action: string, id: string, values: Record<string, string>): Promise<Reply | null>;
  receives(who: Account, what: What, more?: { place?: Place; eventId?: string }): Promise<Answer | null>;
  errors: { fields: object; message: string }[];
  /** How often delivery was woken. */
  commits: number;
  now: Temporal.Instant;
};

export function talkTo(db: Kysely<Database>, features: Feature[], now: Temporal.Instant): Talk {
  const receive = createRouter({
    db,
    clock: { now: () => talk.now },
    features: [...features, chatFeature(features)],
    identify: loadActor,
    defaultLanguage: 'vi',
    defaultTimeZone: 'Asia/Ho_Chi_Minh',
    log: { info: () => {}, error: (fields, message) => talk.errors.push({ fields, message }) },
    shownReplies: { lastEventOf, rememberLiveCard, rememberShown, sendFilesAfter },
    afterCommit: () => {
      talk.commits += 1;
    },
  });
  const talk: Talk = {
    errors: [],
    commits: 0,
    now,
    receives: (sender, what, { place = privatePlace(sender), eventId } = {}) => {
      return receive({ eventId: eventId ?? randomUUID(), sender, place, what });
    },
    says: async (who, text, more) => {
      const what: What = {
        kind: 'message',
        text,
        addressed: true,
        replyTo: null,
        message: someMessage,
        files: [],
      };
      return (await talk.receives(who, what, more))?.reply ?? null;
    },
    commands: async (who, word, line, more) => {
      const what: What = { kind: 'command', word, line, replyTo: null, quoted: null, files: [] };
      return (await talk.receives(who, what, more))?.reply ?? null;
    },
    presses: async (who, action, id, more) =>
      (await talk.receives(who, { kind: 'press', action, id, message: someMessage }, more))?.reply ?? null,
    submits: async (who, action, id, values) => {
      const sent: FormValues = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value.split('|')]),
      );
      const what: What = { kind: 'submit', action, id, values: sent, message: someMessage };
      return (await talk.receives(who, what))?.reply ?? null;
    },
  };
  return talk;
}

export function privatePlace({ platform, userId }: Account): Place {
  return { platform, chatId: `private-${userId}`, threadId: '', private: true, title: '' };
}

export function roomPlace(chatId: string, platform: Place['platform'] = 'web'): Place {
  return { platform, chatId, threadId: '', private: false, title: `Room ${chatId}` };
}

/** All that a reply says, a line a text. */
export function textOf(reply: Reply | null): string {
  if (!reply) return '';
  switch (reply.kind) {
    case 'toast':
      return reply.text;
    case 'formErrors':
      return Object.entries(reply.errors)
        .map(([field, error]) => `${field}: ${error}`)
        .join('\n');
    case 'form':
      return [reply.form.title, ...reply.form.fields.map((field) => field.label)].join('\n');
    case 'card':
      return [
        reply.card.title,
        ...reply.card.blocks.flatMap((block) => {
          if (block.kind === 'text' || block.kind === 'quote') return [block.text];
          if (block.kind === 'fields') return block.fields.map(({ label, value }) => `${label}: ${value}`);
          if (block.kind === 'list')
            return block.items.map(({ text, detail }) => `${text} – ${detail ?? ''}`);
          return [];
        }),
        ...reply.card.buttons.flat().map((button) => `[${button.label}]`),
      ].join('\n');
  }
}
