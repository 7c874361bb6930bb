/** Whatever is typed, pressed or sent is answered, and never by the apology for a bug. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Account } from '../../src/chat/place.ts';
import { allFeatures } from '../../src/features.ts';
import { morning, seedOrganisation, webAccount } from '../people/organisation.ts';
import { testDatabase } from '../support/database.ts';
import { roomPlace, type Talk, talkTo } from './talk.ts';

const database = testDatabase();
/** All but delivery, which has neither commands nor forms of its own here. */
const [, ...features] = allFeatures({ commands: [], actions: [], renderers: {}, ticks: [] });
let talk: Talk;
let people: Account[] = [];

beforeAll(async () => {
  await seedOrganisation(database.db);
  talk = talkTo(database.db, features, morning);
  people = [
    await webAccount(database.db, 'Chuyên viên Thư ký Trung tâm'),
    await webAccount(database.db, 'Trưởng phòng Tổng hợp'),
    { platform: 'web', userId: 'nobody', displayName: '' },
  ];
});

const words = features.flatMap(({ commands }) => commands.flatMap(({ words: { vi, en } }) => [...vi, ...en]));
const actions = features.flatMap((feature) => feature.actions.map((action) => action.name));

/** What commands look for, and what trips programs. */
const hostile = [
  ...['nhom', 'moi', 'gỡ', 'TH', 'TTTT/', 'P. Kế hoạch', 'Văn phòng', 'chủ trì', 'phối hợp', 'và', 'dự thảo'],
  ...[
    'NV-1',
    '15/4',
    '31/4',
    'giữa tháng 4',
    'hằng tháng',
    'quá hạn',
    '50%',
    'tháng này',
    '99999999999999999999',
  ],
  ...['/', '(', '[', '\\', '%', "'", '$1', ';', '\n', '\u200b', '\u0000', '\ud800'],
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...hostile), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' ')),
  fc.integer({ min: -1, max: 30 }).map(String),
);
const who = fc.nat({ max: 2 });
const place = fc.constantFrom(undefined, roomPlace('room-dept-1'), roomPlace('elsewhere'));

it('any text after any command', async () => {
  await fc.assert(
    fc.asyncProperty(
      who,
      fc.constantFrom('', 'daumoi', ...words),
      text,
      place,
      async (person, word, line, where) => {
        const account = people[person];
        if (!account) throw new Error('nobody speaks');
        const more = where ? { place: where } : {};
        expect(await talk.commands(account, word, line, more)).not.toBeNull();
        expect(await talk.says(account, `${word} ${line}`, more)).not.toBeNull();
        expect(talk.errors).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

it('any button and any form with any id and any values', async () => {
  const values = fc.dictionary(
    fc.constantFrom('name', 'code', 'alias', 'role', 'department', 'heads', 'head'),
    fc.oneof(text, fc.constantFrom('member', 'official', 'yes')),
  );
  await fc.assert(
    fc.asyncProperty(who, fc.constantFrom(...actions), text, values, async (person, action, id, sent) => {
      const account = people[person];
      if (!account) throw new Error('nobody speaks');
      expect(await talk.presses(account, action, id)).not.toBeNull();
      expect(await talk.submits(account, action, id, sent)).not.toBeNull();
      expect(talk.errors).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
