/** A name put right once is understood from then on, when an official says so. */
import { expect, it } from 'vitest';
import { cardOf, pressOn, textOf } from './office.ts';
import { openOffice } from './opening.ts';

const { database, official } = openOffice();

it('keeps the words as another name, and reads them at the next task', async () => {
  const asked = await official.says('P. Thiết kế chuẩn bị hội trường, hạn 15/4');
  const form = await pressOn(official, asked, 'Chọn đơn vị');
  if (form.kind !== 'form') throw new Error('a form was expected');
  const [field] = form.form.fields;
  const options = field?.input.kind === 'choice' ? field.input.options : [];
  const office = options.find((option) => option.label.startsWith('Văn phòng'));
  const settled = await official.sends(form.form.action, form.form.id, { unit: [office?.value ?? ''] });
  const kept = await pressOn(
    official,
    settled,
    `Nhớ “P. Thiết kế” là ${office?.label.replace(/ \(.*\)$/, '')}`,
  );
  expect(textOf(cardOf(kept))).toContain('Từ nay “P. Thiết kế” được hiểu là Văn phòng');
  const again = await official.says('P. Thiết kế in tài liệu, hạn 18/5');
  expect(textOf(cardOf(again))).toContain('Chủ trì: Văn phòng');
  const { kind } = await database.db
    .selectFrom('event')
    .select('kind')
    .where('kind', '=', 'alias.learnt')
    .executeTakeFirstOrThrow();
  expect(kind).toBe('alias.learnt');
});

it('offers nothing where the bot understood by itself', async () => {
  const preview = await official.says('P. Kế hoạch lập dự toán, hạn 15/4');
  expect(textOf(cardOf(preview))).not.toContain('Nhớ “');
});
