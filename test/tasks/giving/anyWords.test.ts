/** Whatever is typed, pressed or sent ends in an answer that every platform can draw, or in words on how to mend it. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { cardLimits } from '../../../src/chat/card.ts';
import { cleanText } from '../../../src/chat/cleanIncoming.ts';
import { UserError } from '../../../src/chat/errors.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { givingFeature } from '../../../src/tasks/giving/feature.ts';
import { testDatabase } from '../../support/database.ts';
import { cardOf, makeOffice, type Speaker, speaker } from './office.ts';

const database = testDatabase();
let official: Speaker;
let both: Speaker;

beforeAll(async () => {
  const office = await makeOffice(database.db);
  official = speaker(database.db, office.official);
  both = speaker(database.db, office.bothOfficial, 'en');
});

const words = fc.constantFrom(
  ...[
    'giao',
    'P. Tổng hợp',
    'P. KH',
    'VP',
    'Cục CNTT',
    'Phòng Đối ngoại',
    'chủ trì',
    'phối hợp với',
    'theo dõi',
    'không giao',
  ],
  ...[
    'dự thảo',
    'báo cáo',
    'trước',
    'giữa tháng 4',
    '31/4',
    '17/4',
    'hằng tháng',
    'ngày 25',
    'trong 5 ngày làm việc',
  ],
  ...[
    'khẩn',
    'hỏa tốc',
    'theo CV 123/UBDT-TTTT ngày 1/4',
    ',',
    ';',
    '\n',
    '1.',
    '2.',
    '@TH',
    '99/99/9999',
    'thay vì',
    'năm 9999',
  ],
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.array(words, { maxLength: 14 }).map((each) => each.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

async function answered(work: Promise<Reply>): Promise<Reply | null> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).not.toBe('');
    expect(error.mend).not.toBe('');
    return null;
  }
}

function expectDrawable(card: Card): void {
  expect(card.title).not.toBe('');
  expect(card.title.length).toBeLessThanOrEqual(cardLimits.title);
  const inLists = card.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  for (const row of card.buttons) expect(row.length).toBeLessThanOrEqual(cardLimits.buttonsPerRow);
  const buttons = [...card.buttons.flat(), ...inLists.flatMap((item) => item.button ?? [])];
  for (const { label, action, id } of buttons) {
    expect(label.length).toBeLessThanOrEqual(cardLimits.buttonLabel);
    expect(label).not.toBe('');
    expect(Buffer.byteLength(`${action}:${id}`)).toBeLessThanOrEqual(64);
    // Cards of tasks have buttons of other features too.
    if (action.startsWith('assign.')) {
      expect(givingFeature.actions.map((each) => each.name)).toContain(action);
    }
  }
}

it('any line, and any button of the answer to it', async () => {
  const property = fc.asyncProperty(
    line,
    fc.array(fc.nat(), { maxLength: 4 }),
    fc.boolean(),
    async (text, presses, en) => {
      const who = en ? both : official;
      let reply = await answered(who.says(cleanText(text)));
      for (const press of presses) {
        if (reply?.kind !== 'card') return;
        const card = cardOf(reply);
        expectDrawable(card);
        const own = card.buttons.flat().filter((button) => button.action.startsWith('assign.'));
        const button = own[press % Math.max(own.length, 1)];
        if (!button) return;
        reply = await answered(who.presses(button.action, button.id));
      }
    },
  );
  await fc.assert(property, { numRuns: 150 });
}, 60_000);

it('any id and any values', async () => {
  const names = givingFeature.actions.map((action) => action.name);
  const id = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc
      .array(
        fc.oneof(fc.nat({ max: 50 }).map(String), fc.constantFrom('d1', 'a1', 'x', 'o0', '2016-04-20')),
        { maxLength: 5 },
      )
      .map((parts) => parts.join('.')),
  );
  const values = fc.dictionary(
    fc.constantFrom(
      'title',
      'lead',
      'coordinating',
      'follower',
      'deadline',
      'urgency',
      'agency',
      'recurrence',
      'unit',
      'remove',
      'addLead',
      'sourceNumber',
      'sourceDate',
    ),
    fc.array(fc.oneof(words, fc.string({ maxLength: 30 }).map(cleanText), fc.nat({ max: 10 }).map(String)), {
      maxLength: 3,
    }),
  );
  const property = fc.asyncProperty(fc.constantFrom(...names), id, values, async (name, text, filled) => {
    const action = givingFeature.actions.find((each) => each.name === name);
    if (action?.press) await answered(official.presses(name, cleanText(text)));
    if (action?.submit) await answered(official.sends(name, cleanText(text), filled));
  });
  await fc.assert(property, { numRuns: 300 });
}, 60_000);
